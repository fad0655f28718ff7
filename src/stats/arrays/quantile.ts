/** Numbers in ascending order, in a list of their own. */
export const ascending = (values: Iterable<number>) => Float64Array.from(values).sort();

/** The p-quantile of ascending values, interpolated between order statistics (Hyndman & Fan type 7, R's default). */
export function quantileOfSorted(sorted: ArrayLike<number>, p: number): number {
	const at = p * (sorted.length - 1);
	const below = Math.floor(at);
	const above = Math.min(below + 1, sorted.length - 1);
	return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
}

/** The p-quantile of any values; NaN for none. */
export const quantile = (values: Iterable<number>, p: number) => quantileOfSorted(ascending(values), p);

/** The middle value, or the mean of the two middle ones; NaN for none. */
export const median = (values: Iterable<number>) => quantile(values, 0.5);
