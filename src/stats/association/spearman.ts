import { type Inferred, notEstimable } from '../estimate.ts';
import type { Level } from '../inference.ts';
import { midRanks } from '../arrays/order.ts';
import { dot } from '../arrays/sum.ts';
import { correlation } from './correlation.ts';
import { correlationInference, whyNotPairs } from './pearson.ts';

/** From this many pairs on the test goes by t; below, every order of the ranks is tried. */
const enoughForT = 10;

/**
 * Spearman's rank correlation: Pearson's on mid-ranks, which is right with ties too (scores are all ties; the shortcut
 * with 6Σd² is not). p exact over all orders below ten pairs, by t above; Fisher's interval with Bonett & Wright's spread
 * √((1 + r²/2)/(n − 3)). Not estimable as `pearson`.
 *
 * Source: Bonett & Wright 2000, Psychometrika 65:23; R's cor.test.
 */
export function spearman(x: readonly number[], y: readonly number[], { level = 0.95 }: Level = {}): Inferred {
	const trouble = whyNotPairs(x, y, level);
	if (trouble) return notEstimable(trouble);
	const n = x.length;
	const [rx, ry] = [midRanks(x), midRanks(y)];
	const r = correlation(rx, ry);
	const exact = n < enoughForT && r !== null;
	return correlationInference(r, {
		n,
		held: 0,
		level,
		method: exact ? 'Spearman, exact test' : 'Spearman, t test',
		assumptions: ['one rises or falls with the other'],
		spread: r === null ? 0 : Math.sqrt((1 + r ** 2 / 2) / (n - 3)),
		...(exact ? { p: exactP(rx, ry) } : {})
	});
}

/** The share of all orders of y whose Σ ranks·ranks is as far from its mean as the one seen (Heap's algorithm). */
function exactP(rx: Float64Array, ry: Float64Array): number {
	const n = rx.length;
	const centre = (n * (n + 1) ** 2) / 4;
	const seen = Math.abs(dot(rx, ry) - centre) - 1e-9;
	const order = ry.slice();
	const counters = new Int32Array(n);
	let asFar = 1;
	let all = 1;
	for (let k = 1; k < n;) {
		if (counters[k] >= k) {
			counters[k++] = 0;
			continue;
		}
		const other = k % 2 === 0 ? 0 : counters[k];
		[order[k], order[other]] = [order[other], order[k]];
		all++;
		if (Math.abs(dot(rx, order) - centre) >= seen) asFar++;
		counters[k]++;
		k = 1;
	}
	return asFar / all;
}
