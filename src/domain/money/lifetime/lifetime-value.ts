import { count } from '#ui/format/number.ts';
import type { Behind } from '../../voice/behind.ts';
import type { Estimate, NotEstimable } from '#stats/estimate.ts';
import { notEstimable } from '#stats/estimate.ts';
import { criticalValue } from '#stats/inference.ts';
import type { Change } from '../../metrics/figure.ts';
import { gate } from '../change.ts';
import type { StatementLine } from '../growth-statement.ts';
import { groupsLeftOut } from './assumptions.ts';
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

/** What is counted in revenue, in margin instead: all that is money, times the share of it that is left after costs. */
export const inMargin = (sums: Sums, margin: number | null): Sums =>
	margin === null
		? sums
		: {
				...sums,
				opening: margin * sums.opening,
				added: margin * sums.added,
				lost: margin * sums.lost,
				grown: margin * sums.grown,
				shrunk: margin * sums.shrunk,
				aged: margin * sums.aged,
				closing: margin * sums.closing,
				closingWithout: sums.closingWithout.map((value) => margin * value)
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
	if (n < fewestForAMean)
		return notEstimable(`only ${count(n, 'customer')}: too few for an average of lifetime values`);
	if (customersWithout.some((left) => left === 0))
		return notEstimable('all of these customers are in one group of those that the interval is made of');
	const without = closingWithout.map((value, group) => value / customersWithout[group]);
	const margin = jackknifeMargin(without);
	const value = closing / n;
	return { status: 'ok', value, low: value - margin, high: value + margin, n };
}

function jackknifeMargin(without: readonly number[]): number {
	const mean = without.reduce((sum, value) => sum + value, 0) / groupsLeftOut;
	const squares = without.reduce((sum, value) => sum + (value - mean) ** 2, 0);
	return criticalValue(0.95, groupsLeftOut - 1) * Math.sqrt(((groupsLeftOut - 1) / groupsLeftOut) * squares);
}

/** The sum of the same, with the interval of the mean. */
export function equity(sums: Sums): Estimate | NotEstimable {
	const mean = meanLifetimeValue(sums);
	if (mean.status !== 'ok') return mean;
	const { n } = mean;
	return { status: 'ok', value: sums.closing, low: mean.low * n, high: mean.high * n, n };
}

/** Against a year before, as a share of it. */
export const lifetimeValueChange = (before: Sums, now: Sums): Change | null =>
	valuedChange(before, now, ({ closing, customers }) => closing / customers);

export const equityChange = (before: Sums, now: Sums): Change | null =>
	valuedChange(before, now, ({ closing }) => closing);

/**
 * Both dates are valued by the same models, so the twentieths are left out of both at once: what the model does not know
 * goes the same way at either date, and the same delete-a-group jackknife of the ratio lets it.
 */
function valuedChange(
	before: Sums,
	now: Sums,
	of: (sum: { closing: number; customers: number }) => number
): Change | null {
	if (Math.min(before.customersClosing, now.customersClosing) < fewestForAMean || before.closing <= 0) return null;
	const whole = ({ closing, customersClosing }: Sums) => of({ closing, customers: customersClosing });
	const without = ({ closingWithout, customersWithout }: Sums, group: number) =>
		of({ closing: closingWithout[group], customers: customersWithout[group] });
	const by = whole(now) / whole(before) - 1;
	const left = Array.from({ length: groupsLeftOut }, (_, group) => without(now, group) / without(before, group) - 1);
	const margin = jackknifeMargin(left);
	if (!Number.isFinite(margin)) return null;
	return { ...gate({ value: by, low: by - margin, high: by + margin }, 'a year before'), degrees: groupsLeftOut - 1 };
}

/**
 * The customers as an asset, line by line; rounded along the running total, so that the lines add up to the cent. Of
 * subscribers it is known who pays more, and less, than a year before; of others a model says what they are worth.
 */
export function customerAssetLines(sums: Sums, basis: 'subscriptions' | 'purchases'): StatementLine[] {
	let exact = 0;
	let told = 0;
	const share = (minor: number) => (sums.opening > 0 ? minor / Math.round(sums.opening) : null);
	const line = (name: string, value: number, customers: number | null, behind?: Behind): StatementLine => {
		exact += value;
		const minor = Math.round(exact) - told;
		told += minor;
		return { name, minor, share: share(minor), customers, isTotal: false, ...(behind ? { behind } : {}) };
	};
	const subscribe = basis === 'subscriptions';
	return [
		{ ...line('A year before', sums.opening, sums.customersOpening, 'worth-then'), isTotal: true },
		line('Added', sums.added, sums.customersAdded, 'worth-added'),
		line('Grew', sums.grown, null, subscribe && sums.grown !== 0 ? 'worth-grew' : undefined),
		line('Shrank', sums.shrunk, null, subscribe && sums.shrunk !== 0 ? 'worth-shrank' : undefined),
		line('Stayed a year longer', sums.aged, null),
		line('Lost', sums.lost, sums.customersLost, 'worth-lost'),
		{
			...{ name: 'Now', minor: told, share: share(told), customers: sums.customersClosing, isTotal: true },
			behind: 'worth-now'
		}
	];
}
