import { normalQuantile } from '#stats/distributions/normal.ts';
import type { Random } from '#stats/random.ts';
import type { Stratum } from './extra-loss.ts';

/**
 * Draws as many customers again, with replacement, as there are, into one list that the next draw overwrites. Customers
 * of a cell are alike in all that is counted, so what is drawn is how many fall into each cell: a multinomial, as one
 * binomial after the other.
 */
export function redrawer(strata: readonly Stratum[], random: Random): () => readonly Stratum[] {
	const cells = strata.flatMap(({ low, lowLost, high, highLost }) => [
		lowLost,
		low - lowLost,
		highLost,
		high - highLost
	]);
	const all = cells.reduce((sum, count) => sum + count, 0);
	const drawn = new Float64Array(cells.length);
	const again = strata.map((stratum) => ({ ...stratum }));

	return () => {
		let toDraw = all;
		let left = all;
		for (let i = 0; i < cells.length; i++) {
			drawn[i] = left === 0 ? 0 : binomial(toDraw, cells[i] / left, random);
			toDraw -= drawn[i];
			left -= cells[i];
		}
		again.forEach((stratum, i) => {
			stratum.lowLost = drawn[4 * i];
			stratum.low = stratum.lowLost + drawn[4 * i + 1];
			stratum.highLost = drawn[4 * i + 2];
			stratum.high = stratum.highLost + drawn[4 * i + 3];
		});
		return again;
	};
}

/** Above this variance the normal is as good, and takes one draw whatever the number. */
const largeVariance = 25;

/** How many of n happen with chance p: by inversion where that is few steps, else by the normal approximation. */
export function binomial(n: number, p: number, random: Random): number {
	if (p <= 0 || n === 0) return 0;
	if (p >= 1) return n;
	if (p > 0.5) return n - binomial(n, 1 - p, random);
	const variance = n * p * (1 - p);
	if (variance > largeVariance)
		return Math.min(n, Math.max(0, Math.round(n * p + Math.sqrt(variance) * standardNormal(random))));

	const odds = p / (1 - p);
	let chance = (1 - p) ** n;
	let left = random();
	let k = 0;
	while (left > chance && k < n) {
		left -= chance;
		chance *= (odds * (n - k)) / (k + 1);
		k++;
	}
	return k;
}

/** The mean of what customers pay moves by the root of the sum of squares when they are drawn again; never below nothing. */
export const redrawnSum = (sum: number, sumOfSquares: number, random: Random): number =>
	Math.max(0, sum + Math.sqrt(sumOfSquares) * standardNormal(random));

/** Never exactly 0 or 1, where the quantile is infinite. */
const standardNormal = (random: Random) => normalQuantile(Math.min(1 - 1e-12, Math.max(1e-12, random())));
