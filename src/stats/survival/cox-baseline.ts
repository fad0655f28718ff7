import { type NotEstimable, notEstimable } from '../estimate.ts';
import { predictors, type Ties } from './cox-likelihood.ts';
import { increments } from './cox-residuals.ts';
import type { CoxRows } from './cox-rows.ts';

/**
 * The cumulative hazard of a customer at the `centre` (mean) of every column, one curve a stratum, in order of their first
 * row; `beta` by name, to move from there.
 */
export type CoxBaseline = {
	centre: Record<string, number>;
	beta: Record<string, number>;
	curves: { time: number[]; hazard: number[]; until: number }[];
};

/** Breslow's estimator, with Efron's increments where ties are Efron's (R's survfit.coxph). */
export function baselineOf(rows: CoxRows, beta: Float64Array, ties: Ties): CoxBaseline {
	const { tops } = predictors(rows, beta);
	const curves = increments(rows, beta, ties).map(({ time, hazard }, s) => {
		let sum = 0;
		return {
			time: [...time],
			hazard: Array.from(hazard, (h) => (sum += h * Math.exp(-tops[s]))),
			until: rows.time[rows.strata[s].from]
		};
	});
	return {
		centre: Object.fromEntries(rows.names.map((name, a) => [name, rows.centre[a]])),
		beta: Object.fromEntries(rows.names.map((name, a) => [name, rows.scale[a] > 0 ? beta[a] / rows.scale[a] : 0])),
		curves
	};
}

/**
 * Predicted share still here at `time` for a customer with columns `x`, S = exp(−H₀ e^η). For g-computation predict each
 * customer under every score group and average. Not estimable beyond the last time anybody was seen, or for a missing column.
 */
export function coxSurvival(
	baseline: CoxBaseline | NotEstimable,
	x: Readonly<Record<string, number>>,
	time: number,
	stratum = 0
): number | NotEstimable {
	if ('status' in baseline) return baseline;
	const { centre, beta, curves } = baseline;
	const curve = curves[stratum];
	if (!curve || curve.time.length === 0) return notEstimable('nobody of this group has left yet');
	if (time > curve.until) return notEstimable(`nobody has been followed for ${time} yet`);
	const eta = Object.keys(beta).reduce((sum, name) => sum + beta[name] * (x[name] - centre[name]), 0);
	const places = curve.time.filter((t) => t <= time).length;
	const survival = Math.exp(-(places > 0 ? curve.hazard[places - 1] : 0) * Math.exp(eta));
	return Number.isFinite(survival) ? survival : notEstimable('a column is missing for this customer');
}
