import { type NotEstimable, notEstimable } from '../estimate.ts';
import type { SbgParameters } from './sbg-likelihood.ts';
import { isSbg } from './sbg-survival.ts';

const enough = 1e-12;
const mostTerms = 10_000_000;

/**
 * Expected number of further periods paid, each discounted, of a customer who has renewed `renewals` times (0: a new
 * customer who has just paid): Σ_{t>n} S(t)/S(n) / (1 + d)^(t−n−1), the next renewal undiscounted. Times margin a period
 * this is residual lifetime value. `discount` is per period; from a yearly rate use `discountPerPeriod`.
 *
 * Equals (β+n)/(α+β+n) · ₂F₁(1, β+n+1; α+β+n+1; 1/(1+d)); summed with a bound on the tail instead, since that series
 * crawls near 1. Not estimable for a discount of 0 or less (with α ≤ 1 the lifetime is infinite) or a nonsensical model.
 *
 * Source: Fader & Hardie 2010, Marketing Science 29:85. definitions.md 5.8.
 */
export function discountedExpectedResidualLifetime(
	{ alpha, beta }: SbgParameters,
	{ renewals, discount }: { renewals: number; discount: number }
): number | NotEstimable {
	if (!isSbg({ alpha, beta }) || !(renewals >= 0 && renewals < Infinity))
		return notEstimable('the model or the number of renewals makes no sense');
	if (!(discount > 0 && discount < Infinity)) return notEstimable('without a discount a lifetime may be infinite');
	const factor = 1 / (1 + discount);
	let term = 1;
	let total = 0;
	for (let t = renewals + 1; t < renewals + mostTerms; t++) {
		term *= (beta + t - 1) / (alpha + beta + t - 1);
		total += term;
		term *= factor;
		if (term / (1 - factor) < enough * total) return total;
	}
	return notEstimable('the discount is too small for this lifetime to be summed');
}

/** (1 + yearly)^(1/periods) − 1: the rate per month (12) or quarter (4) that compounds to the yearly one. */
export const discountPerPeriod = (yearly: number, periods = 12) => Math.expm1(Math.log1p(yearly) / periods);
