import { type Inference, type NotEstimable, notEstimable } from '../estimate.ts';
import { criticalValue, waldTest, withLimits } from '../inference.ts';
import { adjusted, fewestAnswers, type NpsCounts, scoreable, scoreOf, smallSample } from './answers.ts';

export type NpsChange = Inference & {
	/** the interval leaves out 0: a change beyond noise */
	beyondNoise: boolean;
};

/**
 * NPS of `after` less NPS of `before`, in points, for two independent groups of answers (scores or counts).
 *
 * Interval and test from the adjusted Wald of each: Δ_adjusted ± z · √(SE₁² + SE₂²), clipped to ±200; two intervals
 * that overlap do not mean no difference, so ask this. `value` is the plain difference, `se` the plain √(SE₁² + SE₂²),
 * `n` the answers of both. Not estimable when either side is not. When many customers answered both times use
 * `npsPairedDifference`.
 *
 * Source: Rocks 2016; definitions.md 5.2.
 */
export function npsDifference(
	before: readonly number[] | NpsCounts,
	after: readonly number[] | NpsCounts,
	{ level = 0.95, fewest = fewestAnswers }: { level?: number; fewest?: number } = {}
): NpsChange | NotEstimable {
	const first = scoreable(before, fewest);
	if ('status' in first) return notEstimable(`before: ${first.reason}`);
	const second = scoreable(after, fewest);
	if ('status' in second) return notEstimable(`after: ${second.reason}`);

	const plain = difference(first, second);
	const moved = difference(adjusted(first), adjusted(second));
	const margin = criticalValue(level) * moved.se;
	const told = withLimits({
		...waldTest(moved.value, moved.se),
		value: plain.value,
		low: Math.max(-200, Math.min(plain.value, moved.value - margin)),
		high: Math.min(200, Math.max(plain.value, moved.value + margin)),
		se: plain.se,
		n: first.answers + second.answers,
		level,
		method: 'adjusted Wald, two independent samples',
		warnings: Math.min(first.answers, second.answers) < smallSample ? ['small sample'] : [],
		assumptions: ['the two groups hold different customers', 'the same kind of customer answers in both']
	});
	if (told.status !== 'ok') return told;
	return { ...told, beyondNoise: told.low > 0 || told.high < 0 };
}

function difference(before: NpsCounts, after: NpsCounts): { value: number; se: number } {
	const [first, second] = [scoreOf(before), scoreOf(after)];
	return {
		value: 100 * (second.score - first.score),
		se: 100 * Math.sqrt(first.variance / before.answers + second.variance / after.answers)
	};
}
