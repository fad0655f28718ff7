import { regularizedBeta } from '../special/beta.ts';
import { normalQuantile, normalUpper } from './normal.ts';
import { betaPower } from '../special/beta.ts';

/** P(T > t) for Student's t with `df` > 0 degrees of freedom (Infinity gives the normal), exact far out. */
export function studentTUpper(t: number, df: number): number {
	if (Number.isNaN(t) || !(df > 0)) return NaN;
	if (df === Infinity) return normalUpper(t);
	const half = halfTail(t, df);
	return t > 0 ? half : 1 - half;
}

/** P(|T| ≥ |t|): the p-value of a two-sided t test. */
export const studentTTwoSided = (t: number, df: number) => Math.min(1, 2 * studentTUpper(Math.abs(t), df));

/** The share p of Student's t lies below this; −Infinity at 0, Infinity at 1. Newton's method on the tail, kept in brackets. */
export function studentTQuantile(p: number, df: number): number {
	if (df === Infinity || p === 0 || p === 1) return normalQuantile(p);
	if (!(p > 0 && p < 1 && df > 0)) return NaN;
	if (p === 0.5) return 0;
	const far = upperQuantile(Math.min(p, 1 - p), df);
	return p < 0.5 ? -far : far;
}

/** I_x(df/2, ½)/2 with x = df/(df + t²); both x and 1 − x are given exactly. */
function halfTail(t: number, df: number): number {
	const square = t * t;
	if (square === Infinity) return 0;
	return regularizedBeta(df / (df + square), df / 2, 0.5, square / (df + square)) / 2;
}

function upperQuantile(tail: number, df: number): number {
	// Newton on log tail against log t: both ends are nearly straight there, whatever df
	let log = Math.log(Math.max(-normalQuantile(tail), 1e-12));
	if (df < 3) log = Math.max(log, -Math.log(tail * 4) / df);
	for (let i = 0; i < 100; i++) {
		const t = Math.exp(log);
		const reached = halfTail(t, df);
		const slope = t * studentTDensity(t, df);
		const step = (reached / slope) * Math.log(reached / tail);
		log += Math.max(-2, Math.min(2, step));
		if (Math.abs(step) < 1e-15) break;
	}
	return Math.exp(log);
}

/** Density of Student's t at t ≠ 0. */
function studentTDensity(t: number, df: number): number {
	const square = t * t;
	return betaPower(df / (df + square), df / 2, 0.5, square / (df + square)) / Math.abs(t);
}
