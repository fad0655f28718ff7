import { type Inferred, type NotEstimable, notEstimable } from '../estimate.ts';
import { whyNotLevel, notNumbers, symmetric } from '../inference.ts';
import { allFinite } from '../arrays/checks.ts';
import { dot, sumOf } from '../arrays/sum.ts';
import { backSolveTransposed, type Qr, qrOf, unrotate } from '../linear/least-squares.ts';
import { refined } from '../linear/refine.ts';
import { clippedToCovariance } from '../linear/symmetric.ts';
import { clusterWarnings } from './clustered.ts';
import { type AnyErrors, covarianceOf } from './covariance.ts';
import { type Design, designOf, type RegressionInput } from './design.ts';
import type { Rotated } from './errors.ts';
import type { OlsFit, OlsOptions } from './ols-fit.ts';

/**
 * Ordinary (or weighted) least squares with the standard errors that the data call for; HC3 when nothing is said.
 *
 * `y` and named columns `x` of equal length; a constant is added. By QR, so that nearly collinear columns keep their
 * digits. A column that depends on others is not estimated and is named. Tests by t: n − k degrees of freedom, clusters
 * less one, or Satterthwaite's for CR2. Not estimable without residual degrees of freedom or with missing numbers.
 *
 * Source: statistics.md 4.1 and the sources in errors.ts.
 */
export function ols(input: RegressionInput, { errors = 'HC3', level = 0.95 }: OlsOptions = {}): OlsFit | NotEstimable {
	const design = designOf(input);
	if (design.status !== 'ok') return design;

	const scale = design.weights.map(Math.sqrt);
	const scaled = design.columns.map((column) => column.map((value, i) => value * scale[i]));
	const qr = qrOf(scaled);
	const y = design.y.map((value, i) => value * scale[i]);
	const df = y.length - qr.kept.length;
	const trouble = whyNotFitted(qr, df, level);
	if (trouble) return notEstimable(trouble);

	const { beta, ...rotated } = solve(qr, y, scaled, df);
	const errorsHere = covarianceOf(errors, rotated, design.rows);
	const unclipped = unrotate(qr.r, errorsHere.covariance);
	const covariance = errorsHere.mayBeNegative ? clippedToCovariance(unclipped) : unclipped;
	const sigma = Math.sqrt(dot(rotated.residuals, rotated.residuals) / df);
	const fitted = design.y.map((_, i) =>
		qr.kept.reduce((sum, column, k) => sum + beta[k] * design.columns[column][i], 0)
	);
	const residuals = design.y.map((value, i) => value - fitted[i]);
	const r2 = explained(design, residuals, input.constant ?? true);
	if (!allFinite([sigma, r2, ...beta])) return notEstimable(notNumbers);
	const warnings = clusterWarnings(errorsHere.clusters, 'dfOf' in errorsHere);
	return {
		status: 'ok',
		coefficients: coefficientsOf({ design, qr, beta, covariance, errors: errorsHere, level, warnings }),
		aliased: qr.aliased.map((column) => design.names[column]),
		covariance: errorsHere.trouble || !covariance.every(allFinite) ? [] : covariance,
		estimated: qr.kept.map((column) => design.names[column]),
		fitted,
		residuals,
		sigma,
		r2,
		n: y.length,
		df,
		method: `least squares, ${errorsHere.method}`,
		warnings: [...warnings, ...(qr.aliased.length > 0 ? ['some columns carry nothing of their own'] : [])]
	};
}

function whyNotFitted(qr: Qr, df: number, level: number): string | undefined {
	if (qr.kept.length === 0) return 'no column varies';
	return df < 1 ? 'as many columns as rows: nothing is left to judge them by' : whyNotLevel(level);
}

function solve(
	qr: Qr,
	y: Float64Array,
	columns: readonly Float64Array[],
	df: number
): Rotated & { beta: Float64Array } {
	const { beta, residuals } = refined(qr, y, columns);
	const leverage = y.map((_, i) => qr.q.reduce((sum, column) => sum + column[i] ** 2, 0));
	return { q: qr.q, residuals, leverage, df, beta };
}

type Parts = {
	design: Design;
	qr: Qr;
	beta: Float64Array;
	covariance: Float64Array[];
	errors: AnyErrors;
	level: number;
	warnings: string[];
};

function coefficientsOf({ design, qr, beta, covariance, errors, level, warnings }: Parts): Record<string, Inferred> {
	const inferred = (column: number): Inferred => {
		const k = qr.kept.indexOf(column);
		if (k < 0) return notEstimable('depends on the other columns');
		if (errors.trouble) return notEstimable(errors.trouble);
		const unit = beta.map((_, i) => (i === k ? 1 : 0));
		const df = errors.dfOf ? errors.dfOf(backSolveTransposed(qr.r, unit)) : errors.df;
		const { clusters, method } = errors;
		return symmetric({
			value: beta[k],
			se: Math.sqrt(Math.max(0, covariance[k][k])),
			n: design.y.length,
			df,
			level,
			clusters,
			method,
			warnings
		});
	};
	return Object.fromEntries(design.names.map((name, column) => [name, inferred(column)]));
}

/** R²: about the mean with a constant, about 0 without. */
function explained({ y, weights }: Design, residuals: Float64Array, constant: boolean): number {
	const centre = constant ? dot(weights, y) / sumOf(weights, (w) => w) : 0;
	const total = sumOf(y.keys(), (i) => weights[i] * (y[i] - centre) ** 2);
	return total > 0 ? Math.max(0, 1 - sumOf(y.keys(), (i) => weights[i] * residuals[i] ** 2) / total) : 0;
}
