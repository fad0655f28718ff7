/** How often each word (or phrase) occurs in one group and in the other, and how often one expects it beforehand. */
export type WordCounts = { one: readonly number[]; other: readonly number[]; prior: readonly number[] };

/** `delta`: the log of the odds ratio, one against other. `z`: the same in standard errors; above 0 it marks the one. */
export type LogOdds = { delta: number; z: number };

/**
 * Log-odds ratio of each word between two groups of texts, with an informative Dirichlet prior: α_w invented occurrences
 * of each word in each group, so that rare words do not come out on top by chance, nor frequent ones by their mass.
 *
 * δ_w = log((y₁ + α)/(n₁ + α₀ − y₁ − α)) − log((y₂ + α)/(n₂ + α₀ − y₂ − α)), var ≈ 1/(y₁ + α) + 1/(y₂ + α), z = δ/√var.
 * n is the sum over all words of the group, α₀ that of the prior. A word whose prior is not above zero, or that is all
 * there is, has no odds: z 0.
 *
 * Source: Monroe, Colaresi & Quinn 2008, Political Analysis 16(4):372, equations 15, 16, 19 and 22.
 */
export function weightedLogOdds({ one, other, prior }: WordCounts): LogOdds[] {
	const [n1, n2, n0] = [one, other, prior].map((counts) => counts.reduce((sum, count) => sum + count, 0));
	return one.map((y1, word) => {
		const [seen1, seen2] = [y1 + prior[word], other[word] + prior[word]];
		const [rest1, rest2] = [n1 + n0 - seen1, n2 + n0 - seen2];
		if (!(prior[word] > 0) || !(rest1 > 0) || !(rest2 > 0)) return { delta: 0, z: 0 };
		const delta = Math.log(seen1 / rest1) - Math.log(seen2 / rest2);
		return { delta, z: delta / Math.sqrt(1 / seen1 + 1 / seen2) };
	});
}
