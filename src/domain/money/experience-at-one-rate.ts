import { count, number } from '#ui/format/number.ts';
import type { DefinitionChange } from '../metrics/figure.ts';

/** How money in another currency counts around an answer. */
export const atAnswersRate =
	'Money in another currency counts, before the answer and after it, at the rate of the day of the answer, so that what rates did does not look like loyalty; where a currency had none yet on that day, at its first.';

/** Of which day the rates are; all answers of one customer are compared with each other at those of the first. */
export type Day = 'the answer' | 'the customer’s first answer';

/** What became of a definition when it came to count so, as this version of it. */
export const cameToOneRate = (version: number, of: Day = 'the answer'): DefinitionChange => ({
	version,
	changedOn: '2026-11-27',
	what: `Constant currency: money before an answer and after it counts at the rate of the day of ${of}. Before, each line counted at the rate of the day on which it was booked, and what rates did was in it. Where everybody pays in the reporting currency nothing changed.`
});

/** Whose money counts at another rate than that of the day it was booked, and whose currency had none when they answered. */
export function convertedText({ customers, unrated }: { customers: number; unrated: number }, of: Day): string {
	const whose = `Money of ${count(customers, 'customer')} who paid in another currency counts at the rates of the day of ${of}`;
	if (unrated === 0) return whose;
	const some = unrated === customers ? 'all' : `${number(unrated)} of them`;
	return `${whose}, that of ${some} at the first rate there is, since there was none on that day`;
}
