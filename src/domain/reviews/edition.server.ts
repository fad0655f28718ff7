import type { Db } from '#platform/db/connect.ts';
import type { Person } from '../auth/person.ts';
import { can } from '../auth/roles.ts';
import { audit } from '../auth/server.ts';
import { Refusal } from '../refusal.ts';
import type { Organisation } from '../scope/organisation.ts';
import type { Scope } from '../scope/scope.ts';
import { firstDay, lastDay } from '../scope/scope.ts';
import { definitionsShown } from './definitions.ts';
import { readEdition, written } from './edition-shapes.ts';
import type { EditionContents } from './edition-shapes.ts';
import { countUnanswered } from './queries/decisions.server.ts';
import { insertEdition, selectEdition, selectWordsOf } from './queries/editions.server.ts';
import { refuseClosed } from './closed.server.ts';
import { readingOf } from './reading.server.ts';
import type { WeeklyReview } from './weekly-review.server.ts';

export { selectClosedWeeks as closedWeeks } from './queries/editions.server.ts';

export type Edition = EditionContents & { closedAt: Date; closedBy: string | null };

export async function editionOf(db: Db, week: string): Promise<Edition | null> {
	const found = await selectEdition(db, week);
	return found && { ...readEdition(found), closedAt: found.closedAt, closedBy: found.closedBy };
}

/** What the page shows beside the words; how it reads and what its figures mean is added here. */
type Shown = Pick<
	EditionContents,
	'headline' | 'seat' | 'story' | 'decisions' | 'promises' | 'insights' | 'events' | 'marks' | 'parts'
> & {
	review: WeeklyReview;
};

/**
 * Closes the week: what is shown now is what it will show for ever.
 *
 * @throws Refusal when it is closed already, when a decision does not say what is in it for customers, or when it is
 *   not theirs to close.
 */
export async function closeWeek(
	db: Db,
	scope: Scope,
	shown: Shown,
	{ organisation, by, now }: { organisation: Organisation; by: Person | null; now: Date }
): Promise<void> {
	if (by && !can(by, 'write')) throw new Refusal('not-allowed', 'The chief customer officer closes the week.');
	const { name, reportingCurrency: currency, timeZone: zone, demoSince, fiscalYearStartsIn } = organisation;
	await db.transaction(async (tx) => {
		await refuseClosed(tx, scope.week, 'it was closed before');
		// Nobody is there to answer when it closes by itself; the gap is then part of what is kept.
		const unanswered = by ? await countUnanswered(tx, scope.week) : 0;
		if (unanswered > 0) throw new Refusal('conflict', 'Say first, for each decision, what is in it for our customers.');
		const [words, { readers }] = await Promise.all([
			selectWordsOf(tx, { ...daysOf(scope), zone }),
			readingOf(tx, scope.week, zone)
		]);
		const contents: EditionContents = {
			...shown,
			words,
			readers,
			definitions: definitionsShown(shown.review),
			organisation: { name, currency, zone, isDemo: demoSince !== null, fiscalYearStartsIn }
		};
		await insertEdition(tx, { week: scope.week, closedAt: now, closedBy: by?.id ?? null, ...written(contents) });
		await audit(tx, by, 'closed a review', scope.week);
	});
}

const daysOf = (scope: Scope) => ({ from: firstDay(scope), to: lastDay(scope) });
