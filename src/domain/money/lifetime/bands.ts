import { count } from '#ui/format/number.ts';
import type { Estimate, NotEstimable } from '#stats/estimate.ts';
import { notEstimable } from '#stats/estimate.ts';
import type { ContractModel } from './contract-value.ts';
import type { ValuedMove, ValuedSlice } from './valuation.ts';

/** How many customers of a slice have a value in a band: from band b to the next a value grows by a fiftieth. */
export type ValuedBand = ValuedSlice & { asOf: string; band: number; customers: number };

/** Bands to a factor of e: each is 2% wide, so a median read from them is at most 1% off. */
export const bandsAFactor = 50;

const bandOf = (value: number) => Math.max(0, Math.round(bandsAFactor * Math.log(value)));

/** Subscribers of one age who pay within the same band a year. */
export type ContractRate = ValuedSlice & { age: number; band: number; customers: number };

export const bandsOfSubscribers = (asOf: string, rates: readonly ContractRate[], { multiplier }: ContractModel) =>
	addedUp(
		rates.map(({ age, band, ...rest }) => ({
			...rest,
			asOf,
			band: Math.max(0, Math.round(band + bandsAFactor * Math.log(multiplier(rest.segment, age))))
		}))
	);

export const bandsOfBuyers = (asOf: string, moves: readonly ValuedMove[]) =>
	addedUp(
		moves.flatMap(({ segment, region, plan, customers, closing }) =>
			closing === null ? [] : [{ asOf, segment, region, plan, customers, band: bandOf(closing / customers) }]
		)
	);

function addedUp(rows: readonly ValuedBand[]): ValuedBand[] {
	const bands = new Map<string, ValuedBand>();
	for (const row of rows) {
		const key = JSON.stringify([row.segment, row.region, row.plan, row.band]);
		const known = bands.get(key);
		if (known) known.customers += row.customers;
		else bands.set(key, { ...row });
	}
	return [...bands.values()];
}

/** Fewer customers than this and the middle one is anybody. */
const fewest = 10;

/**
 * The value that half of the customers do not reach, from bands in ascending order. Interval by order statistics,
 * n/2 ± 0.98 √n: it holds which customers there are, not what is not known of how long they stay. Source: Conover 1999.
 */
export function medianOfBands(bands: readonly { band: number; customers: number }[]): Estimate | NotEstimable {
	const n = bands.reduce((sum, { customers }) => sum + customers, 0);
	if (n < fewest)
		return notEstimable(
			n === 0 ? 'nobody was valued at the end of this month' : `only ${count(n, 'customer')}: too few for a median`
		);
	const at = (rank: number) => {
		let passed = 0;
		const found = bands.find(({ customers }) => (passed += customers) >= rank) ?? bands[bands.length - 1];
		return Math.exp(found.band / bandsAFactor);
	};
	const margin = 0.98 * Math.sqrt(n);
	return {
		status: 'ok',
		value: at(n / 2),
		low: at(Math.max(1, n / 2 - margin)),
		high: at(Math.min(n, n / 2 + margin)),
		n
	};
}
