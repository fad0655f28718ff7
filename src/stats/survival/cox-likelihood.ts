import type { CoxRows } from './cox-rows.ts';
import { type DeathTime, walkDeaths } from './cox-walk.ts';

export type Ties = 'efron' | 'breslow';

/** Log partial likelihood, its gradient and minus its second derivatives (the information). */
export type CoxLikelihood = { logLik: number; gradient: Float64Array; information: Float64Array[] };

export type Predictors = { eta: Float64Array; risk: Float64Array; tops: number[] };

/** Linear predictors with the largest of each stratum taken out, and their exponentials: e^η cannot overflow. */
export function predictors({ x, p, n, strata }: CoxRows, beta: ArrayLike<number>): Predictors {
	const eta = new Float64Array(n);
	for (let i = 0; i < n; i++) for (let a = 0; a < p; a++) eta[i] += x[i * p + a] * beta[a];
	const tops = strata.map(({ from, to }) => {
		const inside = eta.subarray(from, to);
		const top = inside.reduce((most, value) => Math.max(most, value), -Infinity);
		inside.forEach((value, i) => (inside[i] = value - top));
		return top;
	});
	return { eta, risk: eta.map(Math.exp), tops };
}

/**
 * Σ over times [ Σ_D w η − w̄ Σ_l log(R − f_l D) ] with f_l = l/d (Efron 1977) or 0 (Breslow): those who left at one time
 * leave the risk set one after the other in Efron's form. Source: Therneau & Grambsch 2000, 3.3.
 */
export function coxLikelihood(rows: CoxRows, beta: ArrayLike<number>, ties: Ties): CoxLikelihood {
	const { p } = rows;
	const { eta, risk } = predictors(rows, beta);
	const gradient = new Float64Array(p);
	const triangle = new Float64Array((p * (p + 1)) / 2);
	let logLik = 0;
	walkDeaths(rows, eta, risk, (at) => {
		logLik += at.eta;
		for (let a = 0; a < p; a++) gradient[a] += at.x[a];
		forEachLeaver(at, ties, (leaver) => {
			logLik -= leaver.weight * Math.log(leaver.denominator);
			for (let a = 0; a < p; a++) gradient[a] -= leaver.weight * leaver.mean[a];
			addSpread(triangle, at, leaver);
		});
	});
	return { logLik, gradient, information: squared(triangle, p) };
}

/** One step of Efron's sequence: the risk set less a fraction of those leaving, its size and its mean of x. */
export type Leaver = { fraction: number; weight: number; denominator: number; mean: Float64Array };

/** The steps of one death time; with Breslow's ties all see the whole risk set. The same object serves every step. */
export function forEachLeaver(at: DeathTime, ties: Ties, step: (leaver: Leaver) => void): void {
	const { deaths, weight, atRisk, left, mean } = at;
	const d = deaths.length;
	const leaver = { fraction: 0, weight: weight / d, denominator: 0, mean };
	for (let l = 0; l < d; l++) {
		leaver.fraction = ties === 'efron' ? l / d : 0;
		leaver.denominator = atRisk.s0 - leaver.fraction * left.s0;
		for (let a = 0; a < mean.length; a++) mean[a] = (atRisk.s1[a] - leaver.fraction * left.s1[a]) / leaver.denominator;
		step(leaver);
	}
}

/** Adds weight × `times` × covariance of x over the risk set of one step to a lower triangle. */
export function addSpread(triangle: Float64Array, { atRisk, left }: DeathTime, leaver: Leaver, times = 1): void {
	const { fraction, denominator, mean } = leaver;
	const weight = leaver.weight * times;
	let k = 0;
	for (let a = 0; a < mean.length; a++) {
		for (let b = 0; b <= a; b++, k++) {
			triangle[k] += weight * ((atRisk.s2[k] - fraction * left.s2[k]) / denominator - mean[a] * mean[b]);
		}
	}
}

/** A symmetric matrix from its lower triangle by rows. */
export function squared(triangle: ArrayLike<number>, p: number): Float64Array[] {
	const at = (a: number, b: number) => triangle[(a * (a + 1)) / 2 + b];
	return Array.from({ length: p }, (_, a) =>
		Float64Array.from({ length: p }, (_, b) => (a >= b ? at(a, b) : at(b, a)))
	);
}
