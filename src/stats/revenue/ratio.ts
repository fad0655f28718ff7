import { sum, sumOf } from '../arrays/sum.ts';

/** Σ numerators / Σ denominators over the same accounts, with the linearised standard error √(n/(n−1) Σ (y − R x)²)/Σ x. */
export function ratioOf(numerators: readonly number[], denominators: readonly number[]): { value: number; se: number } {
	const n = numerators.length;
	const base = sum(denominators);
	const value = sum(numerators) / base;
	const squares = sumOf(numerators.keys(), (i) => (numerators[i] - value * denominators[i]) ** 2);
	return { value, se: n > 1 ? Math.sqrt((n / (n - 1)) * squares) / base : 0 };
}
