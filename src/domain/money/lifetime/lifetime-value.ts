import type { Estimate, NotEstimable } from '#stats/estimate.ts';
import { notEstimable } from '#stats/estimate.ts';
import { criticalValue } from '#stats/inference.ts';
import type { Definition } from '../../metrics/figure.ts';
import type { StatementLine } from '../growth-statement.ts';
import { discountAYear, groupsLeftOut, yearsAhead } from './assumptions.ts';
import type { ValuedCell } from './valuation.ts';

type Sums = Omit<ValuedCell, 'asOf' | 'segment' | 'region' | 'plan'>;

/** Adds up the cells of a scope. */
export const addValued = (cells: readonly Sums[]): Sums => {
	const total = (of: (cell: Sums) => number) => cells.reduce((sum, cell) => sum + of(cell), 0);
	const totals = (of: (cell: Sums) => readonly number[]) =>
		Array.from({ length: groupsLeftOut }, (_, group) => total((cell) => of(cell)[group]));
	return {
		customersOpening: total((cell) => cell.customersOpening),
		customersAdded: total((cell) => cell.customersAdded),
		customersLost: total((cell) => cell.customersLost),
		customersClosing: total((cell) => cell.customersClosing),
		opening: total((cell) => cell.opening),
		added: total((cell) => cell.added),
		lost: total((cell) => cell.lost),
		grown: total((cell) => cell.grown),
		shrunk: total((cell) => cell.shrunk),
		aged: total((cell) => cell.aged),
		closing: total((cell) => cell.closing),
		customersWithout: totals((cell) => cell.customersWithout),
		closingWithout: totals((cell) => cell.closingWithout)
	};
};

/** Fewer customers than this and one of them decides the mean. */
export const fewestForAMean = 100;

/**
 * Mean lifetime value of those who pay. Interval by the delete-a-group jackknife: Var = (G − 1)/G Σ (θ₍₋g₎ − θ̄)², the model
 * fitted anew without each twentieth of the customers, so it holds both who the customers are and what is not known of
 * how long they stay. Source: Kott 2001, Journal of Official Statistics 17:521.
 */
export function meanLifetimeValue({
	closing,
	customersClosing: n,
	closingWithout,
	customersWithout
}: Sums): Estimate | NotEstimable {
	if (n === 0) return notEstimable('nobody pays at the end of this month');
	if (n < fewestForAMean) return notEstimable(`only ${n} customers: too few for an average of lifetime values`);
	const without = closingWithout.map((value, group) => value / customersWithout[group]);
	const mean = without.reduce((sum, value) => sum + value, 0) / groupsLeftOut;
	const squares = without.reduce((sum, value) => sum + (value - mean) ** 2, 0);
	const margin = criticalValue(0.95, groupsLeftOut - 1) * Math.sqrt(((groupsLeftOut - 1) / groupsLeftOut) * squares);
	const value = closing / n;
	return { status: 'ok', value, low: value - margin, high: value + margin, n };
}

/** The sum of the same, with the interval of the mean. */
export function equity(sums: Sums): Estimate | NotEstimable {
	const mean = meanLifetimeValue(sums);
	if (mean.status !== 'ok') return mean;
	const { n } = mean;
	return { status: 'ok', value: sums.closing, low: mean.low * n, high: mean.high * n, n };
}

/** The customers as an asset, line by line; rounded along the running total, so that the lines add up to the cent. */
export function customerAssetLines(sums: Sums): StatementLine[] {
	let exact = 0;
	let told = 0;
	const share = (minor: number) => (sums.opening > 0 ? minor / Math.round(sums.opening) : null);
	const line = (name: string, value: number, customers: number | null): StatementLine => {
		exact += value;
		const minor = Math.round(exact) - told;
		told += minor;
		return { name, minor, share: share(minor), customers, isTotal: false };
	};
	return [
		{ ...line('A year before', sums.opening, sums.customersOpening), isTotal: true },
		line('Added', sums.added, sums.customersAdded),
		line('Grew', sums.grown, null),
		line('Shrank', sums.shrunk, null),
		line('Stayed a year longer', sums.aged, null),
		line('Lost', sums.lost, sums.customersLost),
		{ name: 'Now', minor: told, share: share(told), customers: sums.customersClosing, isTotal: true }
	];
}

const horizon = `Revenue, before costs: no margin is known. The next ${yearsAhead} years, discounted by ${discountAYear * 100} % a year.`;

export const lifetimeValueDefinition: Definition = {
	id: 'lifetime_value',
	version: 1,
	name: 'Lifetime value',
	unit: 'money',
	meaning: `Mean, over the customers who pay at the end of the month, of the revenue that is still to be expected of them. ${horizon} Subscribers: what they pay a year, for as long as customers of their segment and age stay. Without subscriptions: how often and how much such customers buy. Both dates of a statement are valued alike, by what is known at the last refresh.`,
	interval: '95 %, delete-a-group jackknife: the model fitted anew without each twentieth of the customers.'
};

export const medianLifetimeValueDefinition: Definition = {
	id: 'lifetime_value_median',
	version: 1,
	name: 'Lifetime value, median',
	unit: 'money',
	meaning: `The lifetime value that half of the customers who pay do not reach: few large customers do not move it. ${horizon} Told for the last month that was valued.`,
	interval:
		'95 %, order statistics: which customers there are. It does not hold what is unknown of how long they stay; the interval of the mean does.'
};

export const customerEquityDefinition: Definition = {
	id: 'customer_equity',
	version: 1,
	name: 'Customer equity',
	unit: 'money',
	meaning: `The sum of the lifetime values of all who pay at the end of the month. ${horizon}`,
	interval: lifetimeValueDefinition.interval
};
