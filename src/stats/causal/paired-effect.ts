import { type Inferred, notEstimable } from '../estimate.ts';
import { symmetric } from '../inference.ts';
import { mean, sumOf } from '../arrays/sum.ts';

/** Rows of one with and one without the programme. */
export type Pair = { treated: number; comparison: number; distance: number };

/** V = 1/N² [ Σ (d − d̄)² + Σ_c K(K − 1) σ² ], σ² from the nearest in the same group; K how often c served. */
export function pairedEffect(
	pairs: readonly Pair[],
	others: readonly number[],
	score: ArrayLike<number>,
	outcome: ArrayLike<number>,
	level: number
): Inferred {
	if (pairs.length < 2) return notEstimable('a single pair has no error');
	const differences = pairs.map(({ treated, comparison }) => outcome[treated] - outcome[comparison]);
	const value = mean(differences);
	const served = new Map<number, number>();
	for (const { comparison } of pairs) served.set(comparison, (served.get(comparison) ?? 0) + 1);
	const local = localVariances(others, score, outcome);
	const shared = sumOf(served, ([c, times]) => times * (times - 1) * (local.get(c) ?? 0));
	return symmetric({
		value,
		se: Math.sqrt(sumOf(differences, (d) => (d - value) ** 2) + shared) / pairs.length,
		n: pairs.length,
		level,
		method: 'nearest neighbour, Abadie-Imbens',
		assumptions: ['nothing unmeasured decides both the programme and the outcome']
	});
}

/** (y − y of the nearest other)²/2 for everybody without the programme. */
function localVariances(
	others: readonly number[],
	score: ArrayLike<number>,
	outcome: ArrayLike<number>
): Map<number, number> {
	const order = [...others].sort((a, b) => score[a] - score[b]);
	const nearest = (k: number) => {
		const [below, above] = [order[k - 1], order[k + 1]];
		if (below === undefined || above === undefined) return below ?? above;
		return score[order[k]] - score[below] <= score[above] - score[order[k]] ? below : above;
	};
	return new Map(order.map((row, k) => [row, order.length > 1 ? (outcome[row] - outcome[nearest(k)]) ** 2 / 2 : 0]));
}
