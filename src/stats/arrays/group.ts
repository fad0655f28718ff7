/** The labels in order of first appearance, and for each item the number of its label. */
export function codes<L>(labels: ArrayLike<L>): { labels: L[]; of: Int32Array } {
	const seen = new Map<L, number>();
	const of = new Int32Array(labels.length);
	for (let i = 0; i < labels.length; i++) {
		const code = seen.get(labels[i]) ?? seen.size;
		seen.set(labels[i], code);
		of[i] = code;
	}
	return { labels: [...seen.keys()], of };
}

/** Σ values within each label, by code; one if no values are given. */
export function totals(of: ArrayLike<number>, groups: number, values?: ArrayLike<number>): Float64Array {
	const total = new Float64Array(groups);
	for (let i = 0; i < of.length; i++) total[of[i]] += values ? values[i] : 1;
	return total;
}
