import type { Estimate, NotEstimable } from '#stats/estimate.ts';
import { notEstimable } from '#stats/estimate.ts';
import { criticalValue } from '#stats/inference.ts';
import { nobodyAlike } from './intervals.ts';
import type { Columns } from './sums.ts';

/**
 * The slope among like customers of any outcome, with a robust interval: the errors of a customer's answers go together
 * (Liang & Zeger 1986, G/(G − 1)). Quicker than drawing customers anew, for a curve of many months.
 */
export function withinSlope(columns: Columns, outcome: ArrayLike<number>): Estimate | NotEstimable {
	const { strata, begins, stratum } = columns;
	const { away, weight, mean } = centred(columns, outcome);
	const matched = (i: number) => stratum[i] < strata - 1;

	let [together, alone] = [0, 0];
	for (let i = 0; i < away.length; i++) {
		if (!matched(i)) continue;
		together += weight[i] * away[i] * outcome[i];
		alone += weight[i] * away[i] ** 2;
	}
	const value = together / alone;
	let [spread, told] = [0, 0];
	for (let c = 0; c < begins.length - 1; c++) {
		let [own, matches] = [0, 0];
		for (let i = begins[c]; i < begins[c + 1]; i++) {
			if (!matched(i)) continue;
			matches = 1;
			own += weight[i] * away[i] * (outcome[i] - mean[i] - value * away[i]);
		}
		spread += own ** 2;
		told += matches;
	}
	if (!(alone > 0) || told < 2) return notEstimable(nobodyAlike);
	const margin = (criticalValue(0.95, told - 1) * Math.sqrt((told / (told - 1)) * spread)) / alone;
	return { status: 'ok', value, low: value - margin, high: value + margin, n: told };
}

/** For each answer: how far its step is from its stratum's mean, that stratum's mean outcome, and whom it stands for. */
function centred({ strata, steps, begins, cell, stratum }: Columns, outcome: ArrayLike<number>) {
	const sums = () => new Float64Array(strata);
	const [n, x, y, customers] = [sums(), sums(), sums(), sums()];
	for (let c = 0; c < begins.length - 1; c++) {
		for (let i = begins[c]; i < begins[c + 1]; i++) {
			n[stratum[i]]++;
			x[stratum[i]] += cell[i] % steps;
			y[stratum[i]] += outcome[i];
			customers[stratum[i]] += 1 / (begins[c + 1] - begins[c]);
		}
	}
	return {
		away: Float64Array.from(cell, (at, i) => (at % steps) - x[stratum[i]] / n[stratum[i]]),
		mean: Float64Array.from(stratum, (s) => y[s] / n[s]),
		weight: Float64Array.from(stratum, (s) => customers[s] / n[s])
	};
}
