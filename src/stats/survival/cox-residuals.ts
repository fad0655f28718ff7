import { codes } from '../arrays/group.ts';
import type { Labels } from '../regression/errors.ts';
import { forEachLeaver, predictors, type Ties } from './cox-likelihood.ts';
import type { CoxRows } from './cox-rows.ts';
import { walkDeaths } from './cox-walk.ts';

/**
 * What the death times of a stratum add to the hazard, times upwards: increments, Σ increment × mean of x, both as those
 * leaving saw them, and the mean of x they left (`average`). Means lie one row of p numbers after the other.
 */
type Increments = {
	time: Float64Array;
	hazard: Float64Array;
	mean: Float64Array;
	hazardOfLeavers: Float64Array;
	meanOfLeavers: Float64Array;
	average: Float64Array;
};

/** Hazard increments of each stratum; `hazard` is Breslow's, consistent with Efron's ties where these are used. */
export function increments(rows: CoxRows, beta: ArrayLike<number>, ties: Ties): Increments[] {
	const { p } = rows;
	const { eta, risk } = predictors(rows, beta);
	const made = rows.strata.map(({ from, to }) => emptyIncrements(deathTimes(rows, from, to), p));
	const next = made.map(({ time }) => time.length);
	walkDeaths(rows, eta, risk, (at) => {
		const own = made[at.stratum];
		const j = --next[at.stratum];
		own.time[j] = at.time;
		forEachLeaver(at, ties, ({ fraction, weight, denominator, mean }) => {
			const hazard = weight / denominator;
			own.hazard[j] += hazard;
			own.hazardOfLeavers[j] += (1 - fraction) * hazard;
			for (let a = 0; a < p; a++) {
				own.mean[j * p + a] += hazard * mean[a];
				own.meanOfLeavers[j * p + a] += (1 - fraction) * hazard * mean[a];
				own.average[j * p + a] += mean[a] / at.deaths.length;
			}
		});
	});
	return made;
}

function emptyIncrements(steps: number, p: number): Increments {
	const [time, hazard, hazardOfLeavers] = [0, 0, 0].map(() => new Float64Array(steps));
	const [mean, meanOfLeavers, average] = [0, 0, 0].map(() => new Float64Array(steps * p));
	return { time, hazard, mean, hazardOfLeavers, meanOfLeavers, average };
}

/** How many distinct times somebody left at, among rows sorted by time. */
function deathTimes({ time, event }: CoxRows, from: number, to: number): number {
	let count = 0;
	let last = NaN;
	for (let i = from; i < to; i++) {
		if (!event[i] || time[i] === last) continue;
		count++;
		last = time[i];
	}
	return count;
}

/**
 * Score residuals summed over clusters, w_i (∫ (x_i − x̄) dM_i): how each account pulls the coefficients. O(n (p + log m)).
 * Source: Therneau & Grambsch 2000, 4.6 and 7.2; R's residuals(type = "score").
 */
export function scoreResiduals(rows: CoxRows, beta: ArrayLike<number>, ties: Ties, clusters: Labels): Float64Array[] {
	const { risk } = predictors(rows, beta);
	const { labels, of } = codes(Array.from(rows.order, (i) => clusters[i]));
	const sums = labels.map(() => new Float64Array(rows.p));
	increments(rows, beta, ties).forEach((steps, s) => {
		const totals = running(steps, rows.p);
		for (let i = rows.strata[s].from; i < rows.strata[s].to; i++)
			addResidual(sums[of[i]], rows, i, risk[i], steps, totals);
	});
	return sums;
}

type Running = { hazard: Float64Array; mean: Float64Array };

/** Sums of the increments before each place. */
function running({ hazard, mean }: Increments, p: number): Running {
	const totals = { hazard: new Float64Array(hazard.length + 1), mean: new Float64Array((hazard.length + 1) * p) };
	hazard.forEach((h, j) => (totals.hazard[j + 1] = totals.hazard[j] + h));
	mean.forEach((m, at) => (totals.mean[at + p] = totals.mean[at] + m));
	return totals;
}

function addResidual(
	sum: Float64Array,
	rows: CoxRows,
	i: number,
	risk: number,
	steps: Increments,
	totals: Running
): void {
	const { p, x, weight, event } = rows;
	const from = placesUntil(steps.time, rows.entry[i]);
	const to = placesUntil(steps.time, rows.time[i]);
	const leaves = event[i] ? 1 : 0;
	const until = to - leaves;
	const hazard = totals.hazard[until] - totals.hazard[from] + (leaves && steps.hazardOfLeavers[until]);
	for (let a = 0; a < p; a++) {
		const mean =
			totals.mean[until * p + a] - totals.mean[from * p + a] + (leaves && steps.meanOfLeavers[until * p + a]);
		const own = leaves && x[i * p + a] - steps.average[until * p + a];
		sum[a] += weight[i] * (own - risk * (x[i * p + a] * hazard - mean));
	}
}

/** How many of the ascending times lie at or before t. */
function placesUntil(times: Float64Array, t: number): number {
	let low = 0;
	let high = times.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (times[middle] <= t) low = middle + 1;
		else high = middle;
	}
	return low;
}
