/** Σ values without the drift of plain addition (Neumaier 1974): 1 + 1e100 + 1 − 1e100 is 2. 0 for none. */
export function sum(values: Iterable<number>): number {
	let total = 0;
	let lost = 0;
	for (const value of values) {
		const next = total + value;
		lost += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total;
		total = next;
	}
	return Number.isFinite(lost) ? total + lost : total;
}

/** Σ of(item). */
export function sumOf<T>(items: Iterable<T>, of: (item: T) => number): number {
	return sum(mapped(items, of));
}

function* mapped<T>(items: Iterable<T>, of: (item: T) => number) {
	for (const item of items) yield of(item);
}

/** Arithmetic mean; NaN for none. */
export const mean = (values: ArrayLike<number> & Iterable<number>) => sum(values) / values.length;

/** Sample variance (divisor n − 1) in two passes; NaN for fewer than two. */
export function variance(values: ArrayLike<number> & Iterable<number>): number {
	const centre = mean(values);
	return sumOf(values, (value) => (value - centre) ** 2) / (values.length - 1);
}

/** Σ x·y of two lists of equal length. */
export function dot(x: ArrayLike<number>, y: ArrayLike<number>): number {
	let total = 0;
	for (let i = 0; i < x.length; i++) total += x[i] * y[i];
	return total;
}
