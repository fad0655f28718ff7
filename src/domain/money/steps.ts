import type { Routine } from '../metrics/figure.ts';
import { routineOfSteps } from '../metrics/movement/routine.ts';

/** The latest step and how far it is out of routine; undefined where there is none. Money of months steps by a share of it. */
export function stepsOf(values: (number | null)[], unit: 'weeks' | 'months'): Routine | undefined {
	const [before, last] = values.slice(-2);
	if (before === null || last === null || (unit === 'months' && Math.min(before, last) <= 0)) return undefined;
	if (unit === 'weeks') return routineOfSteps(values, unit, { by: last - before, since: 'last week' });
	const logarithms = values.map((value) => (value === null || value <= 0 ? null : Math.log(value)));
	return routineOfSteps(logarithms, unit, { by: last / before - 1, since: 'the month before' });
}
