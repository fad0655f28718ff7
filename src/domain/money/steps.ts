import type { Routine } from '../metrics/figure.ts';
import { routineOfGrowth, routineOfSteps } from '../metrics/movement/routine.ts';

/** The latest weekly step and how far it is out of routine; undefined where there is none. */
export function weeklySteps(values: readonly (number | null)[]): Routine | undefined {
	const [before, last] = values.slice(-2);
	if (before === null || last === null) return undefined;
	return routineOfSteps(values, { by: last - before, since: 'last week' });
}

/** The same of money, which steps by a share of itself. */
export function weeklyGrowth(values: readonly (number | null)[]): Routine | undefined {
	const [before, last] = values.slice(-2);
	if (before === null || last === null || Math.min(before, last) <= 0) return undefined;
	const logarithms = values.map((value) => (value === null || value <= 0 ? null : Math.log(value)));
	return routineOfSteps(logarithms, { by: last / before - 1, since: 'last week' });
}

/**
 * The month in which the books begin and the twelve after it are not told whole: what was paid up to a year ahead before
 * that day is in no file. Growth on such a month is how the files fill up.
 */
const monthsNotWhole = 13;

/** What the latest month did to the sum of twelve, judged by the months themselves. `months`: from the first there is, no gap. */
export function monthlyGrowth(months: readonly number[]): Routine | undefined {
	const twelve = (end: number) => months.slice(end - 12, end).reduce((sum, month) => sum + month, 0);
	const [before, last] = [twelve(months.length - 1), twelve(months.length)];
	if (months.length < 13 || Math.min(before, last) <= 0) return undefined;
	return routineOfGrowth(months.slice(monthsNotWhole), { by: last / before - 1, since: 'the month before' });
}
