import { sum } from '../arrays/sum.ts';

/** Known totals: margin → category → number of customers, as { region: { North: 600, South: 400 }, plan: { … } }. */
export type Margins = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** One margin: the category of each answer, the totals wanted, and categories with customers and no answer. */
export type Target = { of: Int32Array; wanted: Float64Array; empty: string[] };

export function targetOf(
	answers: readonly Readonly<Record<string, string>>[],
	margin: string,
	known: Readonly<Record<string, number>>
): Target {
	const heard = new Set(answers.map((answer) => answer[margin]));
	const categories = Object.keys(known).filter((category) => heard.has(category));
	const place = new Map(categories.map((category, i) => [category, i]));
	const scale = sum(Object.values(known)) / sum(categories.map((category) => known[category]));
	return {
		of: Int32Array.from(answers, (answer) => place.get(answer[margin])!),
		wanted: Float64Array.from(categories, (category) => known[category] * scale),
		empty: Object.keys(known)
			.filter((category) => known[category] > 0 && !heard.has(category))
			.map((c) => `${margin} ${c}`)
	};
}

function weightOf(weights: Float64Array, of: Int32Array, categories: number): Float64Array {
	const total = new Float64Array(categories);
	for (let i = 0; i < of.length; i++) total[of[i]] += weights[i];
	return total;
}

/** Scales weights to the totals of one margin. */
export function fit(weights: Float64Array, of: Int32Array, wanted: Float64Array): void {
	const have = weightOf(weights, of, wanted.length);
	for (let i = 0; i < of.length; i++) if (have[of[i]] > 0) weights[i] *= wanted[of[i]] / have[of[i]];
}

/** The largest relative miss of one margin. */
export function miss(weights: Float64Array, of: Int32Array, wanted: Float64Array): number {
	const have = weightOf(weights, of, wanted.length);
	return Math.max(
		...have
			.map((total, c) => Math.abs(total - wanted[c]) / Math.max(wanted[c], 1e-300))
			.filter((_, c) => wanted[c] > 0 || have[c] > 0)
	);
}
