/** True when every value is a finite number. */
export function allFinite(values: ArrayLike<number>): boolean {
	for (let i = 0; i < values.length; i++) if (!Number.isFinite(values[i])) return false;
	return true;
}

/** True when all values are the same, to the rounding of their size. */
export function isConstant(values: ArrayLike<number>): boolean {
	let low = Infinity;
	let high = -Infinity;
	for (let i = 0; i < values.length; i++) {
		low = Math.min(low, values[i]);
		high = Math.max(high, values[i]);
	}
	return !(high - low > 1e-14 * Math.max(Math.abs(low), Math.abs(high)));
}

/** The largest of any number of values, where Math.max(...values) would overflow the stack; −Infinity for none. */
export function largest(values: Iterable<number>): number {
	let most = -Infinity;
	for (const value of values) if (value > most) most = value;
	return most;
}

/** The smallest of any number of values; Infinity for none. */
export function smallest(values: Iterable<number>): number {
	let least = Infinity;
	for (const value of values) if (value < least) least = value;
	return least;
}
