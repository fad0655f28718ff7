import { orderBy } from '../arrays/order.ts';

export type Spells = { time: Float64Array; entry: Float64Array; event: Uint8Array; size: Float64Array };

/** At each distinct time, ascending: who was at risk just before it, who left, who was last seen. One list a group. */
export type RiskTable = {
	times: Float64Array;
	atRisk: Float64Array[];
	events: Float64Array[];
	censored: Float64Array[];
};

/**
 * Counts at every time somebody left or was last seen: at risk = gone at it or later − not yet entered. Those last seen at
 * a time when others left count as at risk then. Walks from the last time to the first, so that small weights are not lost
 * under large ones; O(n log n). `of` gives the group of each spell.
 */
export function riskTable(
	spells: Spells,
	of: ArrayLike<number> = new Int8Array(spells.time.length),
	groups = 1
): RiskTable {
	const { time, entry, event, size } = spells;
	const byExit = orderBy(time.length, (i) => -time[i]);
	const byEntry = orderBy(entry.length, (i) => -Math.max(entry[i], -Number.MAX_VALUE));
	const times = Float64Array.from(new Set(Array.from(byExit, (i) => time[i]))).reverse();
	const lists = () => Array.from({ length: groups }, () => new Float64Array(times.length));
	const table = { times, atRisk: lists(), events: lists(), censored: lists() };

	const present = new Float64Array(groups);
	const exits = runThrough(byExit);
	const entries = runThrough(byEntry);
	for (let j = times.length - 1; j >= 0; j--) {
		exits(
			(i) => time[i] === times[j],
			(i) => {
				(event[i] ? table.events : table.censored)[of[i]][j] += size[i];
				present[of[i]] += size[i];
			}
		);
		entries(
			(i) => entry[i] >= times[j],
			(i) => (present[of[i]] -= size[i])
		);
		// who goes now was there: rounding may not say otherwise
		for (let g = 0; g < groups; g++)
			table.atRisk[g][j] = Math.max(present[g], table.events[g][j] + table.censored[g][j]);
	}
	return table;
}

/** Walks once along an order: each call goes on while the condition holds. */
function runThrough(order: Int32Array) {
	let at = 0;
	return (holds: (i: number) => boolean, act: (i: number) => void) => {
		for (; at < order.length && holds(order[at]); at++) act(order[at]);
	};
}
