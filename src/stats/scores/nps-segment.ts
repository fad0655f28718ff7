import { type NpsCounts, scoreOf } from './answers.ts';

/** One segment in one period: n answers with mean `value` and variance of one answer. */
export type SegmentMean = { n: number; value: number; variance: number };

/** A segment's NPS in points, ready to be compared; 0 answers stay 0 answers. */
export function npsSegment(counts: NpsCounts): SegmentMean {
	if (counts.answers === 0) return { n: 0, value: 0, variance: 0 };
	const { score, variance } = scoreOf(counts);
	return { n: counts.answers, value: 100 * score, variance: 10_000 * variance };
}
