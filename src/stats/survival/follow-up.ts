import { type NotEstimable, notEstimable } from '../estimate.ts';
import { orderBy } from '../arrays/order.ts';

/**
 * How long somebody was followed: from `entry` (from the start when absent) until `time`, when they left (`event`) or
 * were last seen. `count` is how many customers this row stands for (1), so that cells serve as well as rows; `weight`
 * is a sampling weight (1).
 */
export type FollowUp = { time: number; event: boolean; entry?: number; count?: number; weight?: number };

/** Columns of rows fit to use; `excluded` rows were never at risk because they left at or before they entered. */
export type Followed = {
	status: 'ok';
	rows: readonly FollowUp[];
	time: Float64Array;
	entry: Float64Array;
	event: Uint8Array;
	/** customers, count × weight */
	size: Float64Array;
	n: number;
	events: number;
	excluded: number;
};

/** Rows checked and turned into columns, times that differ by less than 1e-9 made equal. */
export function followed<Row extends FollowUp>(
	all: readonly Row[]
): (Omit<Followed, 'rows'> & { rows: readonly Row[] }) | NotEstimable {
	if (all.length === 0) return notEstimable('there is nobody to follow');
	if (!all.every(isFollowUp)) return notEstimable('a duration or count is missing or negative');

	const times = snapped(all);
	const kept = Int32Array.from(all.keys()).filter((i) => times.entry[i] < times.time[i]);
	const rows = kept.length === all.length ? all : Array.from(kept, (i) => all[i]);
	if (rows.length === 0) return notEstimable('nobody was followed for any time');

	const size = Float64Array.from(rows, ({ count = 1, weight = 1 }) => count * weight);
	return {
		status: 'ok',
		rows,
		time: Float64Array.from(kept, (i) => times.time[i]),
		entry: Float64Array.from(kept, (i) => times.entry[i]),
		event: Uint8Array.from(rows, ({ event }) => (event ? 1 : 0)),
		size,
		n: rows.reduce((n, { count = 1 }) => n + count, 0),
		events: rows.reduce((n, { event, count = 1 }) => n + (event ? count : 0), 0),
		excluded: all.length - rows.length
	};
}

function isFollowUp({ time, entry = 0, count = 1, weight = 1 }: FollowUp): boolean {
	return [time, entry, count, weight].every((x) => Number.isFinite(x)) && time >= 0 && count > 0 && weight > 0;
}

/** Without an entry somebody counts from before the start, so that leaving on the first day (time 0) counts too. */
function snapped(rows: readonly FollowUp[]): { time: Float64Array; entry: Float64Array } {
	const n = rows.length;
	const both = Float64Array.from({ length: 2 * n }, (_, i) =>
		i < n ? rows[i].time : (rows[i - n].entry ?? -Infinity)
	);
	snap(both);
	return { time: both.subarray(0, n), entry: both.subarray(n) };
}

/** Makes times equal that rounding has parted: 0.1 + 0.2 and 0.3 are one moment. */
export function snap(times: Float64Array): void {
	if (times.every((t) => Number.isInteger(t) || t === -Infinity)) return;
	const order = orderBy(times.length, (i) => (times[i] === -Infinity ? -Number.MAX_VALUE : times[i]));
	let anchor = times[order[0]];
	for (const i of order) {
		if (times[i] - anchor <= 1e-9 * Math.abs(times[i])) times[i] = anchor;
		else anchor = times[i];
	}
}
