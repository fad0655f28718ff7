import { money } from '#ui/format/money.ts';
import { count, number } from '#ui/format/number.ts';
import { day } from '#ui/format/time.ts';
import type { KeptPromise, KeptPromises } from '../content.ts';
import type { Piece, SectionTold } from './told.ts';

type Place = {
	currency: string;
	/** The edition is about some customers; promises are told of all. */
	isFiltered: boolean;
};

export const promisesTold = (promises: KeptPromises, { currency, isFiltered }: Place): SectionTold => ({
	kind: 'items',
	title: 'Promised to customers',
	rule: ruleText(promises, isFiltered),
	none: 'No promise is open.',
	items: promises.told.map((promise) => promiseTold(promise, currency))
});

function ruleText({ told, open, overdue }: KeptPromises, isFiltered: boolean): string | null {
	if (open === 0) return null;
	return [
		`${count(open, 'promise')} open, ${number(overdue)} overdue`,
		...(isFiltered ? ['of all customers'] : []),
		...(told.length < open ? [`the ${number(told.length)} most urgent`] : [])
	]
		.join(', ')
		.concat('.');
}

function promiseTold(promise: KeptPromise, currency: string): Piece[] {
	const { customer, what, owner, dueOn, state, isOverdue, outcome, perYearMinor, gone } = promise;
	const worth: Piece[] =
		perYearMinor === null ? [] : [{ text: ' ' }, { text: `${money(perYearMinor, currency)} a year`, is: 'money' }];
	const due: Piece =
		state === 'open'
			? { text: `by ${day(dueOn)}${isOverdue ? ', overdue' : ''}`, ...(isOverdue ? { is: 'worse' } : {}) }
			: { text: state };
	const said = gone
		? gone === 'erased'
			? 'What was promised is erased.'
			: 'Withdrawn with the import that brought this customer.'
		: what!;
	return [
		{ text: customer, is: 'strong' },
		...worth,
		{ text: `: ${said} · ${owner}, ` },
		due,
		{ text: '.' },
		...(outcome ? [{ text: ` ${outcome}`, is: 'quiet' as const }] : [])
	];
}
