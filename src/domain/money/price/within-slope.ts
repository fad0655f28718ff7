import type { Estimate, NotEstimable } from '#stats/estimate.ts';
import { notEstimable } from '#stats/estimate.ts';
import { criticalValue } from '#stats/inference.ts';
import { awayFromStratum, standsFor, stepsIn } from './centre.ts';
import { nobodyAlike } from './intervals.ts';
import type { Columns } from './sums.ts';

/**
 * The slope among like customers of any outcome, with a robust interval: the errors of a customer's answers go together
 * (Liang & Zeger 1986, G/(G − 1)). Quicker than drawing customers anew, for a curve of many months.
 */
export function withinSlope(columns: Columns, outcome: ArrayLike<number>): Estimate | NotEstimable {
	const { begins } = columns;
	const weight = standsFor(columns);
	const [x, y] = [stepsIn(columns), outcome].map((list) => awayFromStratum(columns, list));

	let [together, alone] = [0, 0];
	for (let i = 0; i < x.length; i++) {
		together += weight[i] * x[i] * y[i];
		alone += weight[i] * x[i] ** 2;
	}
	const value = together / alone;
	let [spread, told] = [0, 0];
	for (let c = 0; c < begins.length - 1; c++) {
		let [own, matches] = [0, 0];
		for (let i = begins[c]; i < begins[c + 1]; i++) {
			own += weight[i] * x[i] * (y[i] - value * x[i]);
			if (weight[i] > 0) matches = 1;
		}
		spread += own ** 2;
		told += matches;
	}
	if (!(alone > 0) || told < 2) return notEstimable(nobodyAlike);
	const margin = (criticalValue(0.95, told - 1) * Math.sqrt((told / (told - 1)) * spread)) / alone;
	return { status: 'ok', value, low: value - margin, high: value + margin, n: told };
}
