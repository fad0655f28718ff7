import { totals } from '../arrays/group.ts';

export type Grouping = { groups: number; of: Int32Array };

const enough = 1e-12;
const mostRounds = 10_000;

/**
 * A column with the means of every grouping taken out. One grouping needs one pass; two are taken out in turn until
 * nothing moves any more, which is right for unbalanced panels too, where y − ȳ_i − ȳ_t + ȳ is not.
 * `settled` is false if it still moved after 10,000 rounds.
 */
export function demean(
	column: Float64Array,
	groupings: readonly Grouping[]
): { column: Float64Array; settled: boolean } {
	const out = column.slice();
	const sizes = groupings.map(({ groups, of }) => totals(of, groups));
	const size = column.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
	for (let round = 0; round < mostRounds; round++) {
		const moved = Math.max(...groupings.map((grouping, g) => takeOut(out, grouping, sizes[g])));
		if (groupings.length === 1 || moved <= enough * size) return { column: out, settled: true };
	}
	return { column: out, settled: false };
}

/** Takes the mean of each group out; the largest of them. */
function takeOut(column: Float64Array, { groups, of }: Grouping, sizes: Float64Array): number {
	const sums = totals(of, groups, column);
	let largest = 0;
	for (let g = 0; g < groups; g++) {
		sums[g] /= sizes[g];
		largest = Math.max(largest, Math.abs(sums[g]));
	}
	for (let i = 0; i < column.length; i++) column[i] -= sums[of[i]];
	return largest;
}
