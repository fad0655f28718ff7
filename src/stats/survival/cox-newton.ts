import { type Cholesky, cholesky, choleskySolve } from '../linear/cholesky.ts';
import { type CoxLikelihood, coxLikelihood, type Ties } from './cox-likelihood.ts';
import type { CoxRows } from './cox-rows.ts';

/** `factor` of the information at the end; its `kept` are the columns that can be told apart. */
export type CoxSolution = CoxLikelihood & {
	beta: Float64Array;
	factor: Cholesky;
	start: CoxLikelihood;
	converged: boolean;
	iterations: number;
};

const mostIterations = 25;
const enough = 1e-9;

/**
 * Newton-Raphson from 0 with the step halved while the likelihood falls, until it changes by less than 1e-9 (relative)
 * and one step more, or 25 iterations. Columns that depend on others at the start stay at 0.
 */
export function coxNewton(rows: CoxRows, ties: Ties): CoxSolution {
	const start = coxLikelihood(rows, new Float64Array(rows.p), ties);
	const { kept } = cholesky(start.information);
	let beta = new Float64Array(rows.p);
	let at = start;
	let iterations = 0;
	let converged = false;
	while (!converged && iterations < mostIterations) {
		const step = choleskySolve(within(at.information, kept), at.gradient);
		let next = coxLikelihood(rows, moved(beta, step, 1), ties);
		let scale = 1;
		while (!(next.logLik >= at.logLik - 1e-12 * Math.abs(at.logLik)) && scale > 1e-6) {
			scale /= 2;
			next = coxLikelihood(rows, moved(beta, step, scale), ties);
		}
		converged =
			Math.abs(next.logLik - at.logLik) <= enough * Math.abs(next.logLik) && step.every((s) => Math.abs(s) < 1e-4);
		beta = moved(beta, step, scale);
		at = next;
		iterations++;
	}
	return { ...at, beta, factor: within(at.information, kept), start, converged, iterations };
}

const moved = (beta: Float64Array, step: Float64Array, scale: number) =>
	beta.map((value, a) => value + scale * step[a]);

/** The factor over the columns told apart at the start, even if the information of one has since run out. */
function within(information: readonly Float64Array[], kept: readonly number[]): Cholesky {
	const inner = kept.map((a) => kept.map((b) => information[a][b]));
	const factor = cholesky(inner, 0);
	return { kept: factor.kept.map((k) => kept[k]), l: factor.l };
}
