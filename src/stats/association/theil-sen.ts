import { type Inference, type NotEstimable, notEstimable } from '../estimate.ts';
import { criticalValue, type Level, shown, withLimits } from '../inference.ts';
import { median, quantileOfSorted } from '../arrays/quantile.ts';
import { tiedRuns } from '../arrays/order.ts';
import { normalTwoSided } from '../distributions/normal.ts';
import { whyNotPairs } from './pearson.ts';

export type Trend = Inference & { /** median of y − slope · x */ intercept: number; slopes: number };

const mostPoints = 4_000;

/**
 * Theil-Sen slope: the median of the slopes between all pairs of points, x of equal value skipped. Outliers hardly move it.
 * Limits are order statistics of the slopes, (N ∓ z√V)/2 with Kendall's variance V corrected for ties; p by the
 * Mann-Kendall test. `se` is the width of the interval over 2z. Autocorrelation makes it too sure. O(n²): at most 4,000
 * points. Not estimable below three points or when x does not vary.
 *
 * Source: Sen 1968, JASA 63:1379; Gilbert 1987, 16.5; scipy.stats.theilslopes rounds the same way.
 */
export function theilSen(
	x: readonly number[],
	y: readonly number[],
	{ level = 0.95 }: Level = {}
): Trend | NotEstimable {
	const n = x.length;
	const trouble =
		whyNotPairs(x, y, level) ??
		(n < 3
			? 'fewer than three points make no trend'
			: n > mostPoints
				? 'more than 4,000 points: use weeks or months'
				: undefined);
	if (trouble) return notEstimable(trouble);
	const { slopes, score } = slopesOf(x, y);
	if (slopes.length === 0) return notEstimable('all points lie at the same time');

	const value = quantileOfSorted(slopes, 0.5);
	const z = criticalValue(level);
	const reach = z * Math.sqrt(kendallVariance(x, y));
	const at = (place: number) => slopes[Math.max(0, Math.min(slopes.length - 1, place))];
	const [low, high] = [at(Math.round((slopes.length - reach) / 2) - 1), at(Math.round((slopes.length + reach) / 2))];
	const spread = Math.sqrt(kendallVariance(x, y));
	const statistic = spread > 0 ? (score - Math.sign(score)) / spread : 0;
	const told = withLimits({
		value,
		low,
		high,
		se: (high - low) / (2 * z),
		n,
		level,
		statistic,
		p: normalTwoSided(statistic),
		method: 'Theil-Sen, Kendall order statistics',
		warnings: n < 10 ? ['fewer than ten points'] : [],
		assumptions: ['points are independent of those before them']
	});
	if (told.status !== 'ok') return told;
	return shown({ ...told, intercept: median(y.map((v, i) => v - value * x[i])), slopes: slopes.length });
}

/** All slopes between points of different x, ascending, and Kendall's S: pairs rising less pairs falling. */
function slopesOf(x: readonly number[], y: readonly number[]): { slopes: Float64Array; score: number } {
	const n = x.length;
	const all = new Float64Array((n * (n - 1)) / 2);
	let count = 0;
	let score = 0;
	for (let i = 0; i < n; i++) {
		for (let j = 0; j < i; j++) {
			if (x[i] === x[j]) continue;
			const slope = (y[i] - y[j]) / (x[i] - x[j]);
			all[count++] = slope;
			score += Math.sign(slope);
		}
	}
	return { slopes: all.subarray(0, count).sort(), score };
}

/** Var S = [n(n−1)(2n+5) − Σ t(t−1)(2t+5)]/18 with t the sizes of ties, in x and in y, and their joint terms (Kendall 1970). */
function kendallVariance(x: readonly number[], y: readonly number[]): number {
	const n = x.length;
	const [tx, ty] = [tieSizes(x), tieSizes(y)];
	const sum = (ties: readonly number[], of: (t: number) => number) => ties.reduce((total, t) => total + of(t), 0);
	const cubic = (t: number) => t * (t - 1) * (2 * t + 5);
	const pairs = (t: number) => t * (t - 1);
	const triples = (t: number) => t * (t - 1) * (t - 2);
	const plain = (cubic(n) - sum(tx, cubic) - sum(ty, cubic)) / 18;
	const joint =
		(sum(tx, pairs) * sum(ty, pairs)) / (2 * n * (n - 1)) +
		(sum(tx, triples) * sum(ty, triples)) / (9 * n * (n - 1) * (n - 2));
	return plain + joint;
}

function tieSizes(values: readonly number[]): number[] {
	const sorted = Float64Array.from(values).sort();
	return Array.from(
		tiedRuns(sorted.length, (i) => sorted[i]),
		({ from, to }) => to - from
	);
}
