import { chiSquaredUpper } from '../distributions/chi-squared.ts';
import { quadraticForm } from '../linear/cholesky.ts';
import type { CoxFit } from './cox-fit.ts';
import type { CoxSolution } from './cox-newton.ts';
import type { ChiSquaredTest } from './log-rank.ts';

/** Likelihood ratio, Wald and score test of all columns; no Wald where an estimate is infinite. */
export function testsOf(
	{ logLik, start, beta, factor: { kept } }: CoxSolution,
	covariance: Float64Array[],
	finite: boolean
): CoxFit['tests'] {
	const chiSquared = (statistic: number): ChiSquaredTest => ({
		statistic,
		df: kept.length,
		p: chiSquaredUpper(statistic, kept.length)
	});
	const inner = (matrix: readonly Float64Array[]) => kept.map((a) => kept.map((b) => matrix[a][b]));
	const form = (u: Float64Array, matrix: readonly Float64Array[]) =>
		quadraticForm(
			kept.map((a) => u[a]),
			inner(matrix)
		);
	const wald = finite ? form(beta, covariance) : undefined;
	return {
		likelihoodRatio: chiSquared(Math.max(0, 2 * (logLik - start.logLik))),
		wald: wald ? chiSquared(wald.value) : null,
		score: chiSquared(form(start.gradient, start.information)?.value ?? 0)
	};
}
