/** log(Σ exp(x)) without overflow: −Infinity for none. */
export function logSumExp(values: readonly number[]): number {
	const top = Math.max(-Infinity, ...values);
	if (!Number.isFinite(top)) return top;
	return top + Math.log(values.reduce((sum, value) => sum + Math.exp(value - top), 0));
}

/** log(exp(a) − exp(b)) for a ≥ b, exact where the two are close; −Infinity when they are equal. */
export function logDiffExp(a: number, b: number): number {
	if (a === b) return -Infinity;
	return a + Math.log(-Math.expm1(b - a));
}

/** log(1 + exp(x)), without overflow for large x. */
export const logOnePlusExp = (x: number) => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));

/** The logistic function 1/(1 + exp(−x)), exact in both tails. */
export const logistic = (x: number) => (x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x)));
