import { type NotEstimable, notEstimable } from '../estimate.ts';
import { notNumbers } from '../inference.ts';
import type { GammaGammaParameters, Spending } from './spending.ts';

/**
 * Expected spend per purchase, p(v + x m)/(p x + q − 1): between the customer's own mean and everybody's. For who has not
 * bought again pv/(q − 1), which needs q > 1.
 */
export function gammaGammaExpected(
	{ p, q, v }: GammaGammaParameters,
	{ frequency: x, meanSpend: m }: Spending
): number | NotEstimable {
	if (![p, q, v].every((value) => value > 0 && value < Infinity) || !(x >= 0) || !Number.isFinite(x * m))
		return notEstimable('the model or the spending makes no sense');
	if (x > 0 && !(m > 0)) return notEstimable('refunds ate the purchases of this customer');
	const under = p * x + q - 1;
	if (!(under > 0)) return notEstimable('the tail is too heavy for a mean');
	const expected = (p * (v + x * (x > 0 ? m : 0))) / under;
	return Number.isFinite(expected) ? expected : notEstimable(notNumbers);
}
