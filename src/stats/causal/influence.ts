/** An estimate and how each unit pulls it; its variance is Σ pull² / n². */
export type Influence = { value: number; pulls: number[] };

/**
 * The average of several estimates weighted by the sizes of their groups (`members` 1 or 0 a unit), with what each unit
 * does to the weights themselves.
 */
export function combined(parts: readonly Influence[], members: readonly (readonly number[])[]): Influence {
	const n = members[0].length;
	const sizes = members.map((list) => list.reduce((sum, m) => sum + m, 0) / n);
	const total = sizes.reduce((sum, size) => sum + size, 0);
	const value = parts.reduce((sum, part, k) => sum + (sizes[k] / total) * part.value, 0);
	const pulls = members[0].map((_, i) =>
		parts.reduce(
			(sum, part, k) =>
				sum + (sizes[k] / total) * part.pulls[i] + ((members[k][i] - sizes[k]) / total) * (part.value - value),
			0
		)
	);
	return { value, pulls };
}
