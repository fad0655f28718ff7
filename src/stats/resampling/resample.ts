import { codes } from '../arrays/group.ts';
import { type Random, wholeBelow } from '../random.ts';

/** The items drawn together: one list an account, or every item by itself. */
export type Units<T> = readonly (readonly T[])[];

/** Items gathered by the unit they belong to, in order of first appearance. */
export function unitsOf<T>(sample: readonly T[], clusterOf?: (item: T) => string | number): Units<T> {
	if (!clusterOf) return sample.map((item) => [item]);
	const { labels, of } = codes(sample.map(clusterOf));
	const units: T[][] = labels.map(() => []);
	sample.forEach((item, i) => units[of[i]].push(item));
	return units;
}

/**
 * Draws as many units as there are, with replacement, into one list that the next draw overwrites: a statistic may read
 * it and must not keep it.
 */
export function resampler<T>(units: Units<T>, random: Random): () => readonly T[] {
	const n = units.length;
	const drawn: T[] = [];
	if (units.every((unit) => unit.length === 1)) {
		const items = units.map(([item]) => item);
		return () => {
			for (let i = 0; i < n; i++) drawn[i] = items[wholeBelow(random, n)];
			return drawn;
		};
	}
	return () => {
		drawn.length = 0;
		for (let i = 0; i < n; i++) for (const item of units[wholeBelow(random, n)]) drawn.push(item);
		return drawn;
	};
}

/** No more blocks than this are left out in turn, or the jackknife of many units would be quadratic. */
const mostBlocks = 1_000;

/**
 * Jackknife influences of units on several statistics: how each moves when one unit is left out. Above 1,000 units, 1,000
 * interleaved blocks are left out instead, which estimates the same acceleration.
 */
export function jackknife<T>(units: Units<T>, statistics: (sample: readonly T[]) => readonly number[]): Float64Array[] {
	const blocks = Math.min(units.length, mostBlocks);
	const left = Array.from({ length: blocks }, (_, block) =>
		statistics(units.filter((_, i) => i % blocks !== block).flat())
	);
	return left[0].map((_, k) => {
		const centre = left.reduce((total, t) => total + t[k], 0) / blocks;
		return Float64Array.from(left, (t) => centre - t[k]);
	});
}
