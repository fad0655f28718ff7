import { betaPower, regularizedBeta } from '../special/beta.ts';

/**
 * The share p of a Beta(a, b) lies below this. Newton's method, halved back into the bracket whenever it leaves it.
 * Relative error about 1e-13.
 */
export function betaQuantile(p: number, a: number, b: number): number {
	if (!(p >= 0 && p <= 1 && a > 0 && b > 0)) return NaN;
	if (p === 0 || p === 1) return p;
	let low = 0;
	let high = 1;
	let x = a / (a + b);
	for (let i = 0; i < 200; i++) {
		const excess = regularizedBeta(x, a, b) - p;
		if (excess > 0) high = x;
		else low = x;
		const next = within(x - (excess * x * (1 - x)) / betaPower(x, a, b), low, high);
		if (Math.abs(next - x) <= 1e-16 * x) break;
		x = next;
	}
	return x;
}

/** Below a tenth of the middle the bracket is narrowed by ratio, so that 1e-200 is reached in few steps. */
function within(x: number, low: number, high: number): number {
	if (x > low && x < high) return x;
	return low > 0 ? Math.sqrt(low * high) : high > 1e-3 ? (low + high) / 2 : high * high;
}
