import { type NotEstimable, notEstimable } from '../estimate.ts';
import { hypergeometric2F1 } from '../special/hypergeometric.ts';
import { isModel, noSense, oddsOfGone } from './bg-nbd-alive.ts';
import { type BgNbdParameters, isHistory, type PurchaseHistory } from './purchase-history.ts';

/**
 * Expected purchases of a customer in the next `periods`: (a+b+x−1)/(a−1) · [1 − ((α+T)/(α+T+t))^(r+x)
 * ₂F₁(r+x, b+x; a+b+x−1; z)] · P(alive), z = t/(α+T+t). Computed as (1−z)^(a−1) ₂F₁(a+b−1−r, a−1; a+b+x−1; z) inside the
 * bracket (Euler's transformation), which neither overflows nor crawls for frequent buyers. a = 1 is a removable gap and
 * stepped around. Source: Fader, Hardie & Lee 2005, eq. 10.
 */
export function bgNbdExpected(
	model: BgNbdParameters,
	customer: PurchaseHistory,
	periods: number
): number | NotEstimable {
	if (!isModel(model) || !isHistory(customer) || !(periods >= 0 && periods < Infinity)) return notEstimable(noSense);
	if (periods === 0) return 0;
	const { r, alpha, b } = model;
	const a = Math.abs(model.a - 1) < 1e-6 ? 1 + 1e-6 : model.a;
	const { frequency: x, age } = customer;
	const c = a + b + x - 1;
	const z = periods / (alpha + age + periods);
	const left = Math.pow(1 - z, a - 1) * hypergeometric2F1(a + b - 1 - r, a - 1, c, z);
	const expected = ((c / (a - 1)) * (1 - left)) / (1 + oddsOfGone(model, customer));
	return Number.isFinite(expected) ? Math.max(0, expected) : notEstimable('the expected purchases cannot be computed');
}
