import type { Estimate, NotEstimable } from '#stats/estimate.ts';
import type { Definition, Figure } from '../metrics/figure.ts';

/** A figure that would be another today. `redefined`: because it means something else now. */
export type Moved = { then: Figure; now: Figure | null; redefined: boolean };

/** The figures of a closed week that are not what they were: in value, interval or n, or by definition. */
export const movedSince = (then: readonly Figure[], now: readonly Figure[]): Moved[] =>
	then.flatMap((before) => {
		const today = now.find(({ definition }) => definition.id === before.definition.id) ?? null;
		const redefined = today !== null && isRedefined(before.definition, today.definition);
		return today && !redefined && isSame(before.estimate, today.estimate)
			? []
			: [{ then: before, now: today, redefined }];
	});

/** Of another version, or in other words: some follow from settings, such as a margin. */
export const isRedefined = (then: Definition, now: Definition): boolean =>
	then.version !== now.version || then.meaning !== now.meaning;

function isSame(one: Estimate | NotEstimable, other: Estimate | NotEstimable): boolean {
	if (one.status !== 'ok' || other.status !== 'ok') return one.status === other.status;
	return (['value', 'low', 'high', 'n'] as const).every((part) => one[part] === other[part]);
}

/** What was done after a closing; `detail`: what the log kept beside it, such as an import's counts. */
export type Done = { at: Date; action: string; subject: string; by: string | null; detail: unknown };

type Counts = Partial<Record<'added' | 'changed', number>>;

/** How the log names what moves a figure of a week that is over, and what that is to somebody who reads the week. */
const reasons: Record<string, (detail: unknown) => string> = {
	imported: importReason,
	'undid an import': () => 'An undone import',
	'removed the demo data': () => 'The made-up company was removed',
	'set a rate': () => 'Another exchange rate',
	'changed the organisation': () => 'Another time zone, currency or margin',
	'erased a person': () => 'An erasure'
};

export const movers = Object.keys(reasons);

export const reasonOf = ({ action, detail }: Pick<Done, 'action' | 'detail'>): string =>
	reasons[action]?.(detail) ?? action;

/** An import brings what was not there, corrects what was, or both. */
function importReason(detail: unknown): string {
	const { responses = {}, revenue = {} } = (detail ?? {}) as Partial<Record<'responses' | 'revenue', Counts>>;
	const some = (count = 0) => count > 0;
	const brought = [
		{ what: 'late answers', is: some(responses.added) },
		{ what: 'late revenue', is: some(revenue.added) },
		{ what: 'a correction', is: some(responses.changed) || some(revenue.changed) }
	].flatMap(({ what, is }) => (is ? [what] : []));
	const text = brought.length === 0 ? 'an import' : brought.join(' and ');
	return text[0].toUpperCase() + text.slice(1);
}
