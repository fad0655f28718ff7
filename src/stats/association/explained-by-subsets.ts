/**
 * R² of the outcome on every subset of p columns, by bit mask, from their correlations `r` and those with the outcome
 * `ry`. Walks subsets depth first and sweeps one column at a step: O(2^p p²). Columns that depend on those before add 0.
 */
export function explainedBySubsets(r: readonly ArrayLike<number>[], ry: ArrayLike<number>): Float64Array {
	const p = ry.length;
	const width = p + 1;
	const explained = new Float64Array(1 << p);
	// what each depth of the walk has left to explain: rows of covariances, the last column with the outcome
	const levels = Array.from({ length: p + 1 }, () => new Float64Array(p * width));
	for (let a = 0; a < p; a++) for (let b = 0; b < width; b++) levels[0][a * width + b] = b < p ? r[a][b] : ry[a];

	const visit = (depth: number, mask: number, from: number, r2: number) => {
		explained[mask] = r2;
		const left = levels[depth];
		for (let j = from; j < p; j++) {
			const pivot = left[j * width + j];
			const adds = pivot > independent;
			const gain = adds ? left[j * width + p] ** 2 / pivot : 0;
			sweep(left, levels[depth + 1], j, adds ? pivot : Infinity, p);
			visit(depth + 1, mask | (1 << j), j + 1, r2 + gain);
		}
	};
	visit(0, 0, 0, 0);
	return explained;
}

/** A column adds something when this much of its variance is its own. */
const independent = 1e-10;

/** Takes column j out of all later rows; with an infinite pivot nothing is taken. */
function sweep(from: Float64Array, to: Float64Array, j: number, pivot: number, p: number): void {
	const width = p + 1;
	for (let a = j + 1; a < p; a++) {
		const factor = from[a * width + j] / pivot;
		for (let b = j + 1; b < width; b++) to[a * width + b] = from[a * width + b] - factor * from[j * width + b];
	}
}
