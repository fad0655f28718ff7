import { orderBy, tiedRuns } from '../arrays/order.ts';
import type { CoxRows } from './cox-rows.ts';

/**
 * Harrell's concordance: of all pairs where it is known who left first, the share in which that one had the higher
 * predicted risk; equal predictions count ½. Pairs are within strata and at risk together; two who left at the same time
 * are no pair. Weighted. O(n log n) by a Fenwick tree over predictions. NaN without pairs.
 *
 * Source: Harrell 1982; Therneau & Watson 2015 (R's concordance).
 */
export function concordance(rows: CoxRows, eta: Float64Array): number {
	const { of, size } = ranks(eta);
	let agreeing = 0;
	let pairs = 0;
	for (const { from, to, byEntry } of rows.strata) {
		const tree = new Float64Array(size + 1);
		let total = 0;
		const change = (i: number, weight: number) => {
			total += weight;
			for (let at = of[i]; at < tree.length; at += at & -at) tree[at] += weight;
		};
		let out = 0;
		for (let i = from; i < to;) {
			const until = endOfTime(rows, i, to);
			for (let k = i; k < until; k++) if (!rows.event[k]) change(k, rows.weight[k]);
			for (; out < byEntry.length && rows.entry[byEntry[out]] >= rows.time[i]; out++)
				change(byEntry[out], -rows.weight[byEntry[out]]);
			for (let k = i; k < until; k++) {
				if (!rows.event[k]) continue;
				const [below, upTo] = [prefix(tree, of[k] - 1), prefix(tree, of[k])];
				agreeing += rows.weight[k] * (below + (upTo - below) / 2);
				pairs += rows.weight[k] * total;
			}
			for (let k = i; k < until; k++) if (rows.event[k]) change(k, rows.weight[k]);
			i = until;
		}
	}
	return agreeing / pairs;
}

/** Places of predictions among the distinct ones, from 1. */
function ranks(eta: Float64Array): { of: Int32Array; size: number } {
	const order = orderBy(eta.length, (i) => eta[i]);
	const of = new Int32Array(eta.length);
	let size = 0;
	for (const { from, to } of tiedRuns(order.length, (i) => eta[order[i]])) {
		size++;
		for (let i = from; i < to; i++) of[order[i]] = size;
	}
	return { of, size };
}

function endOfTime({ time }: CoxRows, from: number, to: number): number {
	let until = from;
	while (until < to && time[until] === time[from]) until++;
	return until;
}

function prefix(tree: Float64Array, upTo: number): number {
	let sum = 0;
	for (let at = upTo; at > 0; at -= at & -at) sum += tree[at];
	return sum;
}
