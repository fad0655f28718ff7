import { type NotEstimable, notEstimable } from '../estimate.ts';
import { allFinite } from '../arrays/checks.ts';
import { codes } from '../arrays/group.ts';
import { orderBy } from '../arrays/order.ts';
import { sumOf } from '../arrays/sum.ts';
import type { NamedColumns } from '../regression/design.ts';
import type { Labels } from '../regression/errors.ts';
import { snap } from './follow-up.ts';

export type CoxInput = {
	/** when a customer left or was last seen */
	time: ArrayLike<number>;
	/** left (true, 1) or still here */
	event: ArrayLike<boolean | number>;
	/** explaining columns by name */
	x: NamedColumns;
	/** start of a (start, stop] row: a score holds only from its survey on */
	entry?: ArrayLike<number>;
	/** groups with a baseline of their own */
	stratum?: Labels;
	weights?: ArrayLike<number>;
};

/**
 * Rows sorted by stratum and time downwards; x centred and scaled to standard deviation 1, by rows. `byEntry` holds rows
 * of a stratum by entry downwards. `order` is where a row came from.
 */
export type CoxRows = {
	status: 'ok';
	names: string[];
	n: number;
	p: number;
	x: Float64Array;
	time: Float64Array;
	entry: Float64Array;
	event: Uint8Array;
	weight: Float64Array;
	strata: { from: number; to: number; byEntry: Int32Array }[];
	order: Int32Array;
	centre: Float64Array;
	/** standard deviations by which columns were divided; 0 for a constant */
	scale: Float64Array;
	events: number;
};

/** Checked and sorted rows of a Cox regression, or why they cannot be used. */
export function coxRows(input: CoxInput): CoxRows | NotEstimable {
	const trouble = whyNotCox(input);
	if (trouble) return notEstimable(trouble);
	const { time, event, x, entry, stratum, weights } = input;
	const all = time.length;
	const both = Float64Array.from({ length: 2 * all }, (_, i) => (i < all ? time[i] : (entry?.[i - all] ?? -Infinity)));
	snap(both);
	const [exit, start] = [both.subarray(0, all), both.subarray(all)];
	const strata = codes(stratum ?? Array.from({ length: all }, () => ''));
	const kept = Int32Array.from(exit.keys()).filter((i) => start[i] < exit[i] && (weights?.[i] ?? 1) > 0);
	if (kept.length === 0) return notEstimable('nobody was followed for any time');

	const sorted = orderBy(kept.length, (k) => -exit[kept[k]]).sort((a, b) => strata.of[kept[a]] - strata.of[kept[b]]);
	const order = sorted.map((k) => kept[k]);
	const pick = (list: ArrayLike<number>) => Float64Array.from(order, (i) => list[i]);
	const weight = weights ? pick(weights) : new Float64Array(order.length).fill(1);
	const columns = Object.values(x).map((column) => standardised(pick(column), weight));
	const entered = pick(start);
	const flags = Uint8Array.from(order, (i) => (event[i] ? 1 : 0));
	return {
		status: 'ok',
		names: Object.keys(x),
		n: order.length,
		p: columns.length,
		x: byRows(columns.map(({ values }) => values)),
		time: pick(exit),
		entry: entered,
		event: flags,
		weight,
		strata: rangesOf(order.map((i) => strata.of[i])).map(({ from, to }) => ({
			from,
			to,
			byEntry: entryOrder(entered, from, to)
		})),
		order,
		centre: Float64Array.from(columns, ({ centre }) => centre),
		scale: Float64Array.from(columns, ({ scale }) => scale),
		events: sumOf(flags, (e) => e)
	};
}

function whyNotCox({ time, event, x, entry, stratum, weights }: CoxInput): string | undefined {
	const columns = Object.values(x);
	const numbers = [time, ...columns, ...(entry ? [entry] : []), ...(weights ? [weights] : [])];
	if (time.length === 0) return 'there is nobody to follow';
	if (columns.length === 0) return 'there is nothing to compare by';
	if ([...numbers, event, ...(stratum ? [stratum] : [])].some((list) => list.length !== time.length))
		return 'a column is shorter or longer than the others';
	if (!numbers.every(allFinite)) return 'a row has a missing number';
	if (Array.from(time).some((t) => t < 0)) return 'a duration is negative';
	return weights && Array.from(weights).some((w) => w < 0) ? 'a weight is negative' : undefined;
}

/** Centred and scaled, so that a revenue in cents and a score of 0–10 need the same steps. */
function standardised(
	column: Float64Array,
	weight: Float64Array
): { values: Float64Array; centre: number; scale: number } {
	const total = sumOf(weight, (w) => w);
	const centre = sumOf(column.keys(), (i) => (weight[i] / total) * column[i]);
	const spread = Math.sqrt(sumOf(column.keys(), (i) => (weight[i] / total) * (column[i] - centre) ** 2));
	const scale = spread > 1e-12 * Math.abs(centre) ? spread : 0;
	return { values: column.map((value) => (scale > 0 ? (value - centre) / scale : 0)), centre, scale };
}

function byRows(columns: readonly Float64Array[]): Float64Array {
	const [n, p] = [columns[0].length, columns.length];
	const x = new Float64Array(n * p);
	for (let a = 0; a < p; a++) for (let i = 0; i < n; i++) x[i * p + a] = columns[a][i];
	return x;
}

function rangesOf(strata: Int32Array): { from: number; to: number }[] {
	const starts = [...strata.keys()].filter((i) => i === 0 || strata[i] !== strata[i - 1]);
	return starts.map((from, s) => ({ from, to: starts[s + 1] ?? strata.length }));
}

/** Empty when nobody enters late: nobody need be taken out again. */
function entryOrder(entry: Float64Array, from: number, to: number): Int32Array {
	if (entry.subarray(from, to).every((t) => t === -Infinity)) return new Int32Array(0);
	return orderBy(to - from, (i) => -Math.max(entry[from + i], -Number.MAX_VALUE)).map((i) => from + i);
}
