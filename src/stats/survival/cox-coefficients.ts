import { type Inferred, notEstimable } from '../estimate.ts';
import { symmetric } from '../inference.ts';
import { largest } from '../arrays/checks.ts';
import { choleskyInverse } from '../linear/cholesky.ts';
import type { CoxOptions } from './cox-fit.ts';
import type { CoxSolution } from './cox-newton.ts';
import { scoreResiduals } from './cox-residuals.ts';
import type { CoxRows } from './cox-rows.ts';

export const assumptions = [
	'hazard ratios stay the same over time',
	'log hazards are straight in each column',
	'those last seen would have stayed as long as the others'
];

/** Robust where rows share an account, where asked for, and where weights are fractions. */
export const isRobust = ({ weight }: CoxRows, { cluster, robust }: CoxOptions) =>
	cluster !== undefined || (robust ?? !weight.every(Number.isInteger));

/** Inverse information, or Σ_g D_g′D_g with D the grouped score residuals times it; on the scale of standardised columns. */
export function covarianceOf(rows: CoxRows, { beta, factor }: CoxSolution, options: CoxOptions): Float64Array[] {
	const inverse = choleskyInverse(factor, rows.p);
	if (!isRobust(rows, options)) return inverse;
	const everyRow = { length: largest(rows.order) + 1 };
	const clusters = options.cluster ?? Array.from(everyRow, (_, i) => i);
	const pulls = scoreResiduals(rows, beta, options.ties ?? 'efron', clusters).map((s) =>
		inverse.map((row) => row.reduce((sum, v, a) => sum + v * s[a], 0))
	);
	return inverse.map((_, a) =>
		Float64Array.from(inverse, (_, b) => pulls.reduce((sum, pull) => sum + pull[a] * pull[b], 0))
	);
}

/** One inference a column, and the names of those whose estimate runs away: |β|·sd above 10, or an error above 100. */
export function coefficientsOf(
	rows: CoxRows,
	{ beta, factor }: CoxSolution,
	covariance: Float64Array[],
	{ level = 0.95 }: CoxOptions
) {
	const information = choleskyInverse(factor, rows.p);
	const isSeparated = (a: number) =>
		factor.kept.includes(a) && (Math.abs(beta[a]) > 10 || Math.sqrt(information[a][a]) > 100);
	const coefficientOf = (a: number): Inferred => {
		if (!factor.kept.includes(a)) return notEstimable('carries nothing beside the other columns');
		if (isSeparated(a))
			return notEstimable('no finite estimate: this column separates those who left from those who stayed');
		const se = Math.sqrt(covariance[a][a]) / rows.scale[a];
		return symmetric({
			value: beta[a] / rows.scale[a],
			se,
			n: rows.n,
			events: rows.events,
			level,
			method: 'log hazard ratio',
			assumptions
		});
	};
	return {
		coefficients: Object.fromEntries(rows.names.map((name, a) => [name, coefficientOf(a)])),
		separated: rows.names.filter((_, a) => isSeparated(a))
	};
}
