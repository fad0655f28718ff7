import { dot, sum, sumOf } from '../arrays/sum.ts';
import type { NamedColumns } from '../regression/design.ts';

/** Standardised difference of a column's means, treated less comparison, before and after weighting; null without spread. */
export type Balance = { name: string; before: number | null; after: number | null };

/** Above this after weighting, the groups are not alike. */
export const unbalanced = 0.1;

/**
 * How alike the treated and their comparison are: difference of means over the standard deviation among the treated,
 * plain and weighted. Source: Austin 2009; statistics.md 5 (|SMD| < 0.1).
 */
export function balanceOf(
	x: NamedColumns,
	treated: ArrayLike<boolean | number>,
	weights: ArrayLike<number>
): Balance[] {
	const inside = Array.from(treated, Boolean);
	const pick = (list: ArrayLike<number>, group: boolean) =>
		Float64Array.from(list).filter((_, i) => inside[i] === group);
	const even = new Float64Array(inside.length).fill(1);
	return Object.entries(x).map(([name, column]) => {
		const own = pick(column, true);
		const centre = sum(own) / own.length;
		const spread = Math.sqrt(sumOf(own, (v) => (v - centre) ** 2) / (own.length - 1));
		const mean = (w: ArrayLike<number>, group: boolean) =>
			dot(pick(w, group), pick(column, group)) / sum(pick(w, group));
		const difference = (w: ArrayLike<number>) => (mean(w, true) - mean(w, false)) / spread;
		return { name, before: finiteOrNull(difference(even)), after: finiteOrNull(difference(weights)) };
	});
}

const finiteOrNull = (value: number) => (Number.isFinite(value) ? value : null);

export const balanceWarnings = (balance: readonly Balance[]): string[] => {
	const far = balance.filter(({ after }) => after === null || Math.abs(after) > unbalanced);
	return far.length > 0 ? [`still not alike in: ${far.map(({ name }) => name).join(', ')}`] : [];
};
