import { type NotEstimable, notEstimable } from '../estimate.ts';
import { type BgNbdParameters, isHistory, type PurchaseHistory } from './purchase-history.ts';

/** The reason of both predictions. */
export const noSense = 'the model or the purchase history makes no sense';

/**
 * The chance that a customer is still active: 1/(1 + [x>0] a/(b+x−1) ((α+T)/(α+t_x))^(r+x)). It is 1 for who never came
 * back, because the model lets customers leave only after a repeat purchase: that is no evidence.
 */
export function bgNbdAlive(model: BgNbdParameters, customer: PurchaseHistory): number | NotEstimable {
	if (!isModel(model) || !isHistory(customer)) return notEstimable(noSense);
	const alive = 1 / (1 + oddsOfGone(model, customer));
	return Number.isFinite(alive) ? alive : notEstimable(noSense);
}

/** Odds of having left: (1 − P(alive))/P(alive). */
export function oddsOfGone(
	{ r, alpha, a, b }: BgNbdParameters,
	{ frequency: x, recency, age }: PurchaseHistory
): number {
	if (x === 0) return 0;
	return (a / (b + x - 1)) * Math.exp((r + x) * (Math.log(alpha + age) - Math.log(alpha + recency)));
}

/** True when every parameter is positive. */
export const isModel = ({ r, alpha, a, b }: BgNbdParameters) =>
	[r, alpha, a, b].every((value) => value > 0 && value < Infinity);
