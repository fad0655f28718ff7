import { count } from '#ui/format/number.ts';
import type { Estimate, NotEstimable } from '#stats/estimate.ts';
import { nps } from '#stats/scores/nps.ts';
import { npsDifference } from '#stats/scores/nps-difference.ts';
import { proportion } from '#stats/shares/proportion.ts';
import { proportionDifference } from '#stats/shares/proportion-difference.ts';
import type { Series } from '../surveys/series.ts';
import type { Change } from './figure.ts';
import { feelingOf } from './groups.ts';
import type { Feeling } from './groups.ts';

/** How many answers gave a score; below zero: words without one. */
export type Scored = { score: number; answers: number };

/** How many answers fell into each group. */
export type GroupCounts = Record<Feeling, number> & { answers: number };

/** How somebody feels who gave this score. On a reversed scale the low answers are the good ones; the middle of 1-5 is 3. */
export const feelingIn = ({ metric, highIsGood }: Series, score: number): Feeling =>
	highIsGood ? feelingOf(metric, score) : score < 3 ? 'high' : score > 3 ? 'low' : 'middle';

export function groupCounts(series: Series, scores: readonly Scored[]): GroupCounts {
	const counts: GroupCounts = { high: 0, middle: 0, low: 0, answers: 0 };
	for (const { score, answers } of scores) {
		if (score < 0) continue;
		counts[feelingIn(series, score)] += answers;
		counts.answers += answers;
	}
	return counts;
}

const asNps = ({ high, low, answers }: GroupCounts) => ({ promoters: high, detractors: low, answers });
const asShare = ({ high, answers }: GroupCounts) => ({ count: high, n: answers });

/** Fewer answers than this are shown as counts only, whatever the metric. */
const fewest = 10;
const tooFew = (answers: number): NotEstimable | null =>
	answers >= fewest
		? null
		: {
				status: 'not_estimable',
				reason: answers === 0 ? 'nobody has answered yet' : `only ${count(answers, 'answer')}: too few for a score`
			};

/** NPS in points; CSAT and CES as the share of good answers. */
export function loyalty(series: Series, counts: GroupCounts): Estimate | NotEstimable {
	if (series.metric === 'nps') return nps(asNps(counts));
	return tooFew(counts.answers) ?? proportion(asShare(counts));
}

/** Whether the score moved by more than chance would move it. Null when either side has too few answers. */
export function loyaltyChange(series: Series, before: GroupCounts, after: GroupCounts, since: string): Change | null {
	if (tooFew(before.answers) ?? tooFew(after.answers)) return null;
	const change =
		series.metric === 'nps'
			? npsDifference(asNps(before), asNps(after))
			: proportionDifference(asShare(before), asShare(after));
	if (change.status !== 'ok') return null;
	const { value: by, low, high, p } = change;
	return { by, low, high, p, isReal: low > 0 || high < 0, since };
}
