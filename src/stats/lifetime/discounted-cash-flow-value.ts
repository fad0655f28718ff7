import { type NotEstimable, notEstimable } from '../estimate.ts';
import type { BgNbdParameters, PurchaseHistory } from './purchase-history.ts';
import type { GammaGammaParameters, Spending } from './spending.ts';
import { bgNbdExpected } from './bg-nbd-expected.ts';
import { gammaGammaExpected } from './gamma-gamma-expected.ts';

export type CashFlow = {
	purchases: BgNbdParameters;
	spend: GammaGammaParameters;
	customer: PurchaseHistory & Spending;
	months: number;
	/** per month; from a yearly rate by `discountPerPeriod` */
	discount: number;
	/** units of time of the model in a month: 4.345 weeks, 30.4 days, 1 month */
	unitsPerMonth?: number;
	/** contribution margin as a share of spend */
	margin?: number;
};

/**
 * What a customer is expected to bring in the next months, today's money: Σ_m (E[Y(m)] − E[Y(m−1)]) · E[spend] · margin /
 * (1 + d)^m. Always contribution margin: a revenue passed as margin 1 is revenue, and must be labelled so. Not estimable
 * where purchases or spend are not. Source: lifetimes' customer_lifetime_value; statistics.md 3.6.
 */
export function discountedCashFlowValue({
	purchases,
	spend,
	customer,
	months,
	discount,
	unitsPerMonth = 4.345,
	margin = 1
}: CashFlow): number | NotEstimable {
	if (!(months >= 0 && months <= 1_200 && discount > -1 && unitsPerMonth > 0 && Number.isFinite(margin)))
		return notEstimable('the horizon, discount or margin makes no sense');
	const each = gammaGammaExpected(spend, customer);
	if (typeof each !== 'number') return each;
	let before = 0;
	let value = 0;
	for (let month = 1; month <= months; month++) {
		const until = bgNbdExpected(purchases, customer, month * unitsPerMonth);
		if (typeof until !== 'number') return until;
		value += ((until - before) * each * margin) / (1 + discount) ** month;
		before = until;
	}
	return Number.isFinite(value) ? value : notEstimable('the value is too large to compute with');
}
