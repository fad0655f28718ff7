import { count } from '#ui/format/number.ts';
import { month } from '#ui/format/time.ts';
import type { DefinitionChange, Figure } from '../metrics/figure.ts';
import { atAnswersRate, cameToOneRate } from './experience-at-one-rate.ts';
import { isDetectable } from './price/ladder.ts';
import { moneyOf } from './price/in-margin.ts';
import type { SilentGroup } from './price/silent.ts';
import type { PriceNow } from './price.server.ts';

type Name = SilentGroup['name'];

const apart =
	'Mean of all like customers who answered, and how far these lie from their like (same segment, time with us, and what they paid a year).';

export const whoIsSilent: Record<Name, string> = {
	'Asked, silent':
		'Asked, silent: who left the first invitation of those three years unanswered for a month, from the end of that month on, whatever they said later.',
	'Never asked':
		'Never asked: whom nobody has asked in them, from the month they came or the three years began. Who stays is asked in the end, so that these are mostly customers who left before; it tells what left unheard, and nothing of silence.'
};

export const chosenByTheFirst: DefinitionChange[] = [
	{
		version: 2,
		changedOn: '2026-11-27',
		what: 'Asked and silent are those who left their first invitation unanswered. Before, they were those who never answered, from the last time they were asked, of whom too many had left.'
	}
];

/** The silent have no day of an answer. */
export const silentAtRate =
	'Of the silent it is the rate at the end of the month from which their twelve months count.';

const populations: Record<Name, (customers: number) => string> = {
	'Asked, silent': (n) => `${count(n, 'customer')} who left their first invitation unanswered`,
	'Never asked': (n) => `${count(n, 'customer')} whom nobody had asked`
};

/** What of those who said nothing came in the twelve months after, as figures of their own. */
export const silentFigures = (now: PriceNow): (Figure & { isDetectable: boolean })[] =>
	now.silent.map(({ name, customers, value, unmatched }) => {
		const what = moneyOf(now);
		const [first, ...rest] = what;
		return {
			definition: {
				id: `value_after_answer.${name.toLowerCase().replace(/\W+/g, '_')}`,
				...(name === 'Asked, silent'
					? { version: 3, changes: [...chosenByTheFirst, cameToOneRate(3)] }
					: { version: 2, changes: [cameToOneRate(2)] }),
				name: `${first.toUpperCase()}${rest.join('')} in the 12 months after, like for like: ${name.toLowerCase()}`,
				unit: 'money',
				meaning: `${whoIsSilent[name]} ${apart} ${atAnswersRate} ${silentAtRate}`,
				interval: '95%, Student, over customers.'
			},
			estimate: value,
			population: `${populations[name](customers)}, three years to one year before the end of ${month(now.asOf!)}${now.every > 1 ? `, one customer in ${now.every}` : ''}`,
			excluded: unmatched > 0 ? [{ count: unmatched, why: 'like nobody who answered' }] : [],
			grade: 'D',
			isDetectable: isDetectable(value)
		};
	});
