import { rateAndMix } from '#stats/revenue/rate-and-mix.ts';
import { npsSegment } from '#stats/scores/nps-segment.ts';
import type { SegmentMean } from '#stats/scores/nps-segment.ts';
import type { Series } from '../../surveys/series.ts';
import type { Split } from '../figure.ts';
import { effectOfRepeating } from '../loyalty.ts';
import type { GroupCounts } from '../loyalty.ts';

/** A score’s mean and the variance of one answer, in the unit in which the metric is shown. */
export function meanOf({ metric }: Series, { high, low, answers }: GroupCounts): SegmentMean {
	if (metric === 'nps') return npsSegment({ promoters: high, detractors: low, answers });
	const share = answers === 0 ? 0 : high / answers;
	return { n: answers, value: share, variance: share * (1 - share) };
}

export type SegmentCounts = { segment: string; before: GroupCounts; after: GroupCounts };

type MeanOfSegment = { segment: string; before: SegmentMean; after: SegmentMean };

/** How much of a change of a score is felt inside segments, and how much only comes from other people answering. */
export const splitOf = (series: Series, segments: readonly SegmentCounts[]): Split | null =>
	splitOfMeans(
		segments.map(({ segment, before, after }) => ({
			segment,
			before: togetherIn(series, before),
			after: togetherIn(series, after)
		})),
		'who answered'
	);

/** Several answers of one customer leave a mean surer than it is. Where one customer gave all, it is as unsure as one answer. */
function togetherIn(series: Series, counts: GroupCounts): SegmentMean {
	const mean = meanOf(series, counts);
	const effect = effectOfRepeating(series, counts);
	return { ...mean, variance: mean.variance * (typeof effect === 'number' ? effect : mean.n) };
}

/** The same of shares of customers. */
export const splitOfShares = (
	segments: readonly { segment: string; before: { count: number; n: number }; after: { count: number; n: number } }[]
): Split | null =>
	splitOfMeans(
		segments.map(({ segment, before, after }) => ({ segment, before: meanOfShare(before), after: meanOfShare(after) })),
		'who paid'
	);

function meanOfShare({ count, n }: { count: number; n: number }): SegmentMean {
	const share = n === 0 ? 0 : count / n;
	return { n, value: share, variance: share * (1 - share) };
}

/**
 * A change taken apart by segments (Kitagawa 1955). Null where nothing can be told apart: a single segment, or no
 * variation.
 */
function splitOfMeans(segments: readonly MeanOfSegment[], of: Split['of']): Split | null {
	if (segments.length < 2) return null;
	const parts = rateAndMix(segments);
	if (parts.status !== 'ok' || parts.rate.status !== 'ok' || parts.mix.status !== 'ok') return null;
	if (parts.rate.p === undefined) return null;
	return {
		rate: { by: parts.rate.value, p: parts.rate.p },
		mix: { by: parts.mix.value, isReal: parts.mix.low > 0 || parts.mix.high < 0 },
		of
	};
}
