import type { NotEstimable } from '#stats/estimate.ts';
import { notEstimable } from '#stats/estimate.ts';
import { bgNbdFit } from '#stats/lifetime/bg-nbd.ts';
import { discountedCashFlowValue } from '#stats/lifetime/discounted-cash-flow-value.ts';
import { gammaGammaFit } from '#stats/lifetime/gamma-gamma.ts';
import type { PurchaseHistory } from '#stats/lifetime/purchase-history.ts';
import type { Spending } from '#stats/lifetime/spending.ts';
import { discountAMonth, fewestCustomers, fewestLosses, monthsAhead } from './assumptions.ts';

/** What somebody bought without a contract, in weeks; `meanSpend` of their repeat purchases, in minor units. */
export type Bought = PurchaseHistory & Spending;

export type PurchaseModel = {
	status: 'ok';
	/** Null where refunds ate what the customer bought: the model has no place for them. */
	valueOf: (customer: Bought) => number | null;
	customers: number;
	repeaters: number;
	method: string;
};

/**
 * Expected purchases by BG/NBD, times expected spend by Gamma-Gamma, discounted month by month. Refused with the reason
 * where what the models assume does not hold: too few who came back, parameters that many values fit alike, frequency
 * that goes with spend, or a tail too heavy for a mean. Source: definitions 5.8; Fader, Hardie & Lee 2005.
 */
export function purchaseModel(customers: readonly Bought[]): PurchaseModel | NotEstimable {
	if (customers.length < fewestCustomers)
		return notEstimable(`only ${customers.length} customers have bought: too few to tell how often they come back`);
	const repeaters = customers.filter(({ frequency }) => frequency > 0).length;
	if (repeaters < fewestLosses)
		return notEstimable(
			`only ${repeaters} of ${customers.length} customers have come back: too few to tell how often they do`
		);

	const purchases = bgNbdFit(customers);
	if (purchases.status !== 'ok')
		return notEstimable(`${repeaters} of ${customers.length} customers have come back, but ${purchases.reason}`);
	const doubt = purchases.warnings.find((warning) => /weakly|starts/.test(warning));
	if (doubt) return notEstimable(`how long customers keep buying cannot be told from these purchases: ${doubt}`);
	const spend = gammaGammaFit(customers);
	if (spend.status !== 'ok') return spend;
	if (spend.q <= 1) return notEstimable('a few customers spend so much that there is no mean to expect of a new one');

	const known = new Map<string, number | null>();
	const unitValue = (customer: Bought) => {
		const value = discountedCashFlowValue({
			purchases,
			spend,
			customer,
			months: monthsAhead,
			discount: discountAMonth
		});
		return typeof value === 'number' ? value : null;
	};
	return {
		status: 'ok',
		valueOf: (customer) => {
			const key = `${customer.frequency} ${customer.recency} ${customer.age} ${customer.meanSpend}`;
			if (!known.has(key)) known.set(key, unitValue(customer));
			return known.get(key)!;
		},
		customers: customers.length,
		repeaters,
		method: 'BG/NBD for how often, Gamma-Gamma for how much'
	};
}
