import type { Estimate, NotEstimable } from '#stats/estimate.ts';
import { notEstimable } from '#stats/estimate.ts';

/** Sums over the same customers: what stands above the line and below it, and the squares that the interval needs. */
export type RatioSums = {
	customers: number;
	above: number;
	below: number;
	aboveSquared: number;
	belowSquared: number;
	aboveTimesBelow: number;
};

/** Fewer customers than this and one of them decides the ratio. */
export const fewestCustomers = 10;

/**
 * A ratio of two sums over the same customers. The interval is the linearised one, Var = Σ(y − R·x)² / (Σx)², which holds
 * the covariance of the two. Source: Cochran, Sampling Techniques, 3rd ed., §6.4.
 */
export function ratioOfSums(sums: RatioSums, noBase: string): Estimate | NotEstimable {
	const { customers: n, above, below } = sums;
	if (n === 0 || below <= 0) return notEstimable(noBase);
	if (n < fewestCustomers) return notEstimable(`only ${n} customers paid twelve months before: too few for a ratio`);
	const value = above / below;
	const margin = 1.959964 * standardError(sums, value);
	return { status: 'ok', value, low: value - margin, high: value + margin, n };
}

/** The squares cannot add up to less than nothing, whatever rounding does. */
function standardError(sums: RatioSums, ratio: number): number {
	const { customers: n, below, aboveSquared, belowSquared, aboveTimesBelow } = sums;
	const squares = aboveSquared - 2 * ratio * aboveTimesBelow + ratio ** 2 * belowSquared;
	return Math.sqrt((Math.max(0, squares) * n) / (n - 1)) / below;
}
