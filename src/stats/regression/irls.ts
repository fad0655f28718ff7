import { dot } from '../arrays/sum.ts';
import { backSolve, type Qr, qrOf } from '../linear/least-squares.ts';
import { logistic, logOnePlusExp } from '../special/log-space.ts';
import type { Design } from './design.ts';

/** `pearson` residuals √w (z − η), the scores on the scale of Q. */
export type IrlsFit = {
	qr: Qr;
	beta: Float64Array;
	fitted: Float64Array;
	pearson: Float64Array;
	deviance: number;
	converged: boolean;
};

const mostSteps = 25;
const enough = 1e-10;

/**
 * Iteratively reweighted least squares for a logit: working weights w = m μ(1 − μ), working outcome η + (y − μ)/(μ(1 − μ)),
 * until the deviance changes by less than 1e-10 of itself and one step more, halving a step that makes it rise.
 */
export function irls(design: Pick<Design, 'names' | 'columns' | 'y' | 'weights'>): IrlsFit {
	const { columns, y, weights } = design;
	let eta: Float64Array = y.map((yes, i) => Math.log((weights[i] * yes + 0.5) / (weights[i] * (1 - yes) + 0.5)));
	let deviance = Infinity;
	let settled = 0;
	let last = step(columns, y, weights, eta);
	for (let k = 0; k < mostSteps && settled < 2; k++) {
		let next = last.eta;
		for (let half = 0; half < 20 && k > 0 && devianceOf(y, weights, next) > deviance + 1e-12 * deviance; half++) {
			next = next.map((value, i) => (value + eta[i]) / 2);
		}
		const reached = devianceOf(y, weights, next);
		settled = Math.abs(reached - deviance) <= enough * (Math.abs(reached) + 0.1) ? settled + 1 : 0;
		eta = next;
		deviance = reached;
		last = step(columns, y, weights, eta);
	}
	const fitted = eta.map(logistic);
	const pearson = y.map((yes, i) => ((yes - fitted[i]) * Math.sqrt(weights[i])) / Math.sqrt(spread(fitted[i])));
	return { qr: last.qr, beta: last.beta, fitted, pearson, deviance, converged: settled >= 1 };
}

/** μ(1 − μ), kept above nothing so that a separated row does not divide by 0. */
const spread = (mu: number) => Math.max(mu * (1 - mu), 1e-300);

function step(
	columns: readonly Float64Array[],
	y: Float64Array,
	weights: Float64Array,
	eta: Float64Array
): { qr: Qr; beta: Float64Array; eta: Float64Array } {
	const mu = eta.map(logistic);
	const root = mu.map((m, i) => Math.sqrt(weights[i] * spread(m)));
	const qr = qrOf(columns.map((column) => column.map((value, i) => value * root[i])));
	const working = eta.map((value, i) => root[i] * (value + (y[i] - mu[i]) / spread(mu[i])));
	const beta = backSolve(
		qr.r,
		qr.q.map((column) => dot(column, working))
	);
	return {
		qr,
		beta,
		eta: eta.map((_, i) => qr.kept.reduce((sum, column, k) => sum + beta[k] * columns[column][i], 0))
	};
}

/** −2 log likelihood. */
function devianceOf(y: Float64Array, weights: Float64Array, eta: Float64Array): number {
	return 2 * y.reduce((sum, yes, i) => sum + weights[i] * logOnePlusExp(yes === 1 ? -eta[i] : eta[i]), 0);
}
