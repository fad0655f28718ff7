const splitter = 2 ** 27 + 1;

/**
 * y − Σ_k β_k x_k, row by row, as if in twice the precision (Dot2 of Ogita, Rump & Oishi 2005): the residual of a near
 * collinear fit is a small difference of large products, and refinement is only as good as it.
 */
export function preciseResiduals(
	y: Float64Array,
	columns: readonly Float64Array[],
	beta: ArrayLike<number>
): Float64Array {
	const parts = Array.from(beta, split);
	return y.map((value, i) => {
		let sum = value;
		let lost = 0;
		for (let k = 0; k < columns.length; k++) {
			const x = columns[k][i];
			const product = -beta[k] * x;
			const next = sum + product;
			const carried = next - sum;
			lost += sum - (next - carried) + (product - carried) - productError(parts[k], x, -product);
			sum = next;
		}
		return sum + lost;
	});
}

/** Σ x y as if in twice the precision. */
export function preciseDot(x: Float64Array, y: Float64Array): number {
	let sum = 0;
	let lost = 0;
	for (let i = 0; i < x.length; i++) {
		const product = x[i] * y[i];
		const next = sum + product;
		const carried = next - sum;
		lost += sum - (next - carried) + (product - carried) + productError(split(x[i]), y[i], product);
		sum = next;
	}
	return sum + lost;
}

/** A number as the sum of two of 26 bits each (Veltkamp). */
function split(a: number): { high: number; low: number } {
	const big = splitter * a;
	const high = Number.isFinite(big) ? big - (big - a) : a;
	return { high, low: a - high };
}

/** a·x − product, exactly (Dekker). */
function productError(a: { high: number; low: number }, x: number, product: number): number {
	const b = split(x);
	return a.low * b.low - (product - a.high * b.high - a.low * b.high - a.high * b.low);
}
