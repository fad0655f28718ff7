import { type Inferred, notEstimable } from '../estimate.ts';
import { criticalValue, waldTest, withLimits } from '../inference.ts';
import { type Share, whyNotShare, wilson } from './proportion.ts';

/**
 * Share of `after` less share of `before`, two independent groups. Newcombe's hybrid score interval: each side's Wilson
 * limits, combined; always within ±1 and sensible at 0 of n. `se` is the unpooled one, the test the pooled score test.
 * Not estimable when either side is no share.
 *
 * Source: Newcombe 1998, Statistics in Medicine 17:873, method 10.
 */
export function proportionDifference(before: Share, after: Share, { level = 0.95 }: { level?: number } = {}): Inferred {
	const trouble = whyNotShare(before) ?? whyNotShare(after);
	if (trouble) return notEstimable(trouble);

	const z = criticalValue(level);
	const [p, q] = [before.count / before.n, after.count / after.n];
	const [first, second] = [wilson(before, z), wilson(after, z)];
	const pooled = (before.count + after.count) / (before.n + after.n);
	const pooledSe = Math.sqrt(pooled * (1 - pooled) * (1 / before.n + 1 / after.n));
	return withLimits({
		...waldTest(q - p, pooledSe),
		value: q - p,
		low: q - p - Math.hypot(q - second.low, first.high - p),
		high: q - p + Math.hypot(second.high - q, p - first.low),
		se: Math.sqrt((p * (1 - p)) / before.n + (q * (1 - q)) / after.n),
		n: before.n + after.n,
		level,
		method: 'Newcombe hybrid score',
		warnings: Math.min(before.n, after.n) < 30 ? ['small sample'] : [],
		assumptions: ['the two groups hold different customers', 'each one decides independently of the others']
	});
}
