import type { Estimate, NotEstimable } from '#stats/estimate.ts';
import { notEstimable } from '#stats/estimate.ts';
import { count } from '#ui/format/number.ts';
import { wilson } from '#stats/shares/proportion.ts';

/** Sums over the same customers: what stands above the line and below it, and the squares that the interval needs. */
export type RatioSums = {
	customers: number;
	above: number;
	below: number;
	aboveSquared: number;
	belowSquared: number;
	aboveTimesBelow: number;
};

/** Whose ratio it is, for when they are too few; and whether it is a part of a whole, which no doubt makes more than all. */
type About = { noBase: string; who: string; isPart?: boolean };

/** Fewer customers than this and one of them decides the ratio. */
export const fewestCustomers = 10;

/**
 * A ratio of two sums over the same customers. The interval is the linearised one, Var = Σ(y − R·x)² / (Σx)², which holds
 * the covariance of the two. Source: Cochran, Sampling Techniques, 3rd ed., §6.4.
 */
export function ratioOfSums(sums: RatioSums, { noBase, who, isPart = false }: About): Estimate | NotEstimable {
	const { customers: n, above, below } = sums;
	if (n === 0 || below <= 0) return notEstimable(noBase);
	if (n < fewestCustomers) return notEstimable(`only ${count(n, 'customer')} ${who}: too few for a ratio`);
	const value = above / below;
	const error = standardError(sums, value);
	if (error === 0) return isPart && isAllOrNothing(value) ? allOrNothing(sums, value) : alike(value, n);
	const margin = z * error;
	const [least, most] = isPart ? [0, 1] : [-Infinity, Infinity];
	return { status: 'ok', value, low: Math.max(least, value - margin), high: Math.min(most, value + margin), n };
}

const z = 1.959964;

const isAllOrNothing = (share: number) => Math.abs(share - Math.round(share)) < 1e-9;

/**
 * All of it, or nothing: Wilson's limit, which then lies to one side, for as many customers of equal size as tell as much,
 * (Σx)²/Σx². So it is wide where a few large ones decide, since these may be others than the rest.
 * Source: Korn & Graubard 1998, Survey Methodology 24:193.
 */
function allOrNothing({ customers, below, belowSquared }: RatioSums, share: number): Estimate {
	const value = Math.round(share);
	const n = below ** 2 / belowSquared;
	return { status: 'ok', value, ...wilson({ count: value * n, n }, z), n: customers };
}

/** The value of customers of whom each shows the same; without variation there is no telling how far off it could be. */
export const alike = (value: number, n: number): Estimate => ({
	...{ status: 'ok', value, low: value, high: value, n },
	noInterval: `the same for each of ${count(n, 'customer')}: they do not tell how far off it could be`
});

/** What rounding leaves of a difference of sums of squares that is nothing, as a share of these. */
const rounding = 1e-12;

/** 0 only where every customer has the same ratio; the squares cannot add up to less, whatever rounding does. */
function standardError(sums: RatioSums, ratio: number): number {
	const { customers: n, below, aboveSquared, belowSquared, aboveTimesBelow } = sums;
	const squares = aboveSquared - 2 * ratio * aboveTimesBelow + ratio ** 2 * belowSquared;
	if (squares <= rounding * (aboveSquared + ratio ** 2 * belowSquared)) return 0;
	return Math.sqrt((squares * n) / (n - 1)) / below;
}
