import { type Inferred, type NotEstimable, notEstimable } from '../estimate.ts';
import { symmetric, shown } from '../inference.ts';
import { sumOf } from '../arrays/sum.ts';
import type { SegmentMean } from '../scores/nps-segment.ts';

export type SegmentChange = { segment: string; before: SegmentMean; after: SegmentMean };

export type RateAndMix = {
	status: 'ok';
	/** change of the whole: rate + mix */
	change: Inferred;
	/** change inside segments, Σ ½(w₀ + w₁)(N₁ − N₀) */
	rate: Inferred;
	/** change of who answered, Σ (w₁ − w₀) ½(N₀ + N₁) */
	mix: Inferred;
	segments: { segment: string; rate: number; mix: number }[];
	warnings: string[];
};

/**
 * Splits a change of a mean into real change inside segments (rate) and change of who answered (mix), so that Simpson's
 * paradox is seen. w are shares of answers. A segment with nobody in one period has no change of its own there: all of it
 * is mix. Standard errors by the delta method over both the segments' means and their shares.
 * Not estimable when a period has no answers.
 *
 * Source: Kitagawa 1955, JASA 50:1168; definitions.md 5.2.
 */
export function rateAndMix(
	segments: readonly SegmentChange[],
	{ level = 0.95 }: { level?: number } = {}
): RateAndMix | NotEstimable {
	if (!segments.every(({ before, after }) => isMean(before) && isMean(after)))
		return notEstimable('a segment has no number');
	const [n0, n1] = [sumOf(segments, ({ before }) => before.n), sumOf(segments, ({ after }) => after.n)];
	if (n0 === 0 || n1 === 0) return notEstimable(n0 === 0 ? 'nobody answered before' : 'nobody answered after');

	const parts = segments
		.filter(({ before, after }) => before.n + after.n > 0)
		.map((segment) => partOf(segment, n0, n1));
	const effect = (of: (part: Part) => Gradient, method: string) => effectOf(parts, of, { n0, n1, level, method });
	return shown({
		status: 'ok',
		change: effect(
			({ first, second }) => ({ share0: -first, share1: second, mean0: (p) => -p.w0, mean1: (p) => p.w1 }),
			'difference of two means'
		),
		rate: effect(
			({ first, second }) => ({
				share0: (second - first) / 2,
				share1: (second - first) / 2,
				mean0: (p) => -(p.w0 + p.w1) / 2,
				mean1: (p) => (p.w0 + p.w1) / 2
			}),
			'Kitagawa, rate'
		),
		mix: effect(
			({ first, second }) => ({
				share0: -(first + second) / 2,
				share1: (first + second) / 2,
				mean0: (p) => (p.w1 - p.w0) / 2,
				mean1: (p) => (p.w1 - p.w0) / 2
			}),
			'Kitagawa, mix'
		),
		segments: parts.map(({ segment, w0, w1, first, second }) => ({
			segment,
			rate: ((w0 + w1) / 2) * (second - first),
			mix: ((w1 - w0) * (first + second)) / 2
		})),
		warnings: parts.some(({ w0, w1 }) => w0 === 0 || w1 === 0) ? ['a segment answered in one period only'] : []
	});
}

/** Shares w and means of one segment in both periods, with the variances of the means. */
type Part = { segment: string; w0: number; w1: number; first: number; second: number; v0: number; v1: number };

/** How an effect changes with a segment's shares (numbers) and means (weights). */
type Gradient = { share0: number; share1: number; mean0: (part: Part) => number; mean1: (part: Part) => number };

const isMean = ({ n, value, variance }: SegmentMean) =>
	[n, value, variance].every(Number.isFinite) && n >= 0 && variance >= 0;

function partOf({ segment, before, after }: SegmentChange, n0: number, n1: number): Part {
	return {
		segment,
		w0: before.n / n0,
		w1: after.n / n1,
		first: before.n > 0 ? before.value : after.value,
		second: after.n > 0 ? after.value : before.value,
		v0: before.n > 0 ? before.variance / before.n : 0,
		v1: after.n > 0 ? after.variance / after.n : 0
	};
}

function effectOf(
	parts: readonly Part[],
	of: (part: Part) => Gradient,
	{ n0, n1, level, method }: { n0: number; n1: number; level: number; method: string }
): Inferred {
	const value = sumOf(parts, (part) => of(part).mean0(part) * part.first + of(part).mean1(part) * part.second);
	const means = sumOf(parts, (part) => of(part).mean0(part) ** 2 * part.v0 + of(part).mean1(part) ** 2 * part.v1);
	const shares =
		multinomial(
			parts,
			(p) => p.w0,
			(p) => of(p).share0
		) /
			n0 +
		multinomial(
			parts,
			(p) => p.w1,
			(p) => of(p).share1
		) /
			n1;
	return symmetric({
		value,
		se: Math.sqrt(means + shares),
		n: n0 + n1,
		level,
		method,
		assumptions: ['each period holds different customers']
	});
}

/** Σ w g² − (Σ w g)²: the variance of a draw that lands in segment s with chance w and then counts g. */
function multinomial(parts: readonly Part[], w: (part: Part) => number, g: (part: Part) => number): number {
	return Math.max(0, sumOf(parts, (p) => w(p) * g(p) ** 2) - sumOf(parts, (p) => w(p) * g(p)) ** 2);
}
