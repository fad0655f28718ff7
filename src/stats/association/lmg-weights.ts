import { explainedBySubsets } from './explained-by-subsets.ts';

/**
 * Lindeman, Merenda & Gold's parts of R²: the gain of each column averaged over all orders, Σ over subsets S without it of
 * |S|!(p−|S|−1)!/p! · (R²(S + column) − R²(S)). The Shapley value of R².
 */
export function lmgWeights(r: readonly ArrayLike<number>[], ry: ArrayLike<number>): number[] {
	const p = ry.length;
	const explained = explainedBySubsets(r, ry);
	const weightOf = shapleyWeights(p);
	const parts = new Array<number>(p).fill(0);
	for (let mask = 0; mask < explained.length; mask++) {
		const weight = weightOf[bits(mask)];
		for (let k = 0; k < p; k++)
			if (!(mask & (1 << k))) parts[k] += weight * (explained[mask | (1 << k)] - explained[mask]);
	}
	return parts;
}

/** s!(p − s − 1)!/p! for s = 0…p. */
function shapleyWeights(p: number): number[] {
	let weight = 1 / p;
	return Array.from({ length: p + 1 }, (_, s) => {
		if (s > 0) weight *= s / (p - s);
		return s < p ? weight : 0;
	});
}

function bits(mask: number): number {
	let count = 0;
	for (let rest = mask; rest > 0; rest &= rest - 1) count++;
	return count;
}
