import { devianceTerm } from './deviance.ts';
import { logGamma, stirlingRemainder } from './gamma.ts';
import { continuedFraction } from './continued-fraction.ts';

const logRootTwoPi = 0.9189385332046727417803297;

/** log B(a, b) = log Γ(a) + log Γ(b) − log Γ(a + b), without the cancellation of large arguments. */
export function logBeta(a: number, b: number): number {
	const small = Math.min(a, b);
	const large = Math.max(a, b);
	if (large < 10) return logGamma(small) + logGamma(large) - logGamma(a + b);

	const remainder = stirlingRemainder(large) - stirlingRemainder(a + b);
	const share = Math.log1p(-small / (a + b));
	if (small < 10) return logGamma(small) + remainder + small - small * Math.log(a + b) + (large - 0.5) * share;
	const power = (small - 0.5) * Math.log(small / (a + b));
	return -0.5 * Math.log(large) + logRootTwoPi + stirlingRemainder(small) + remainder + power + large * share;
}

/**
 * Regularised incomplete beta I_x(a, b), the share of a Beta(a, b) below x. `complement` is 1 − x where the caller has
 * it exactly: the upper tail is regularizedBeta(complement, b, a, x), with full relative precision.
 * Continued fraction (Numerical Recipes 6.4, modified Lentz) on the side where it converges.
 */
export function regularizedBeta(x: number, a: number, b: number, complement = 1 - x): number {
	if (!(x > 0)) return x <= 0 ? 0 : NaN;
	if (complement <= 0) return 1;
	if (x > (a + 1) / (a + b + 2)) return 1 - lowerTail(complement, b, a, x);
	return lowerTail(x, a, b, complement);
}

function lowerTail(x: number, a: number, b: number, y: number): number {
	const numerator = (j: number) => {
		const m = j >> 1;
		if (j === 0) return 1;
		if (j % 2 === 1) return (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
		return (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
	};
	return (betaPower(x, a, b, y) / a) * continuedFraction(numerator, () => 1);
}

/** x^a y^b / B(a, b) with y = 1 − x, in saddle-point form, exact for large a and b. */
export function betaPower(x: number, a: number, b: number, y = 1 - x): number {
	const n = a + b;
	const far = devianceTerm(a, n * x) + devianceTerm(b, n * y);
	const remainders = stirlingRemainder(n) - stirlingRemainder(a) - stirlingRemainder(b);
	return Math.exp(remainders - far - logRootTwoPi) * Math.sqrt((a / n) * b);
}
