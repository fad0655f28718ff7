import { count } from '#ui/format/number.ts';
import type { Estimate, NotEstimable } from '#stats/estimate.ts';
import { designEffect } from '#stats/scores/design-effect.ts';
import type { RepeatedAnswers } from '#stats/scores/design-effect.ts';
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

/** How many answers fell into each group; `repeated`: how they go together where customers gave several of them. */
export type GroupCounts = Record<Feeling, number> & { answers: number; repeated?: RepeatedAnswers };

/** How somebody feels who gave this score. On a reversed scale the low answers are the good ones; the middle of 1-5 is 3. */
export const feelingIn = ({ metric, highIsGood }: Series, score: number): Feeling =>
	highIsGood ? feelingOf(metric, score) : score < 3 ? 'high' : score > 3 ? 'low' : 'middle';

export function groupCounts(series: Series, scores: readonly Scored[], repeated?: RepeatedAnswers): GroupCounts {
	const counts: GroupCounts = { high: 0, middle: 0, low: 0, answers: 0, ...(repeated && { repeated }) };
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
				reason: answers === 0 ? 'nobody answered in this time' : `only ${count(answers, 'answer')}: too few for a score`
			};

/** Answers that are told apart, taken together. */
export const addRepeated = (all: readonly RepeatedAnswers[]): RepeatedAnswers =>
	all.reduce(
		(sum, part) => ({
			repeats: sum.repeats + part.repeats,
			pairs: sum.pairs + part.pairs,
			pairSums: sum.pairSums + part.pairSums,
			pairProducts: sum.pairProducts + part.pairProducts
		}),
		{ repeats: 0, pairs: 0, pairSums: 0, pairProducts: 0 }
	);

/** How many times larger a score's variance is than if each answer were another customer's. */
export function effectOfRepeating(
	series: Series,
	{ high, low, answers: n, repeated }: GroupCounts
): number | NotEstimable {
	if (!repeated || n === 0) return 1;
	const worst = series.metric === 'nps' ? -1 : 0;
	const mean = (high + worst * low) / n;
	const variance = Math.max(0, (high + worst * worst * low) / n - mean * mean);
	return designEffect({ n, mean, variance }, repeated);
}

/** As many answers, shared out alike, as tell as much as these would if no customer had answered twice. */
function asIfAnsweredOnce(series: Series, counts: GroupCounts): GroupCounts | NotEstimable {
	const effect = effectOfRepeating(series, counts);
	if (typeof effect !== 'number') return effect;
	const { high, middle, low, answers } = counts;
	return { high: high / effect, middle: middle / effect, low: low / effect, answers: answers / effect };
}

/** What counts of answers tell of the score: NPS in points; CSAT and CES as the share of good answers. */
export function loyalty(series: Series, counts: GroupCounts): Estimate | NotEstimable {
	const few = tooFew(counts.answers);
	if (few) return few;
	const once = asIfAnsweredOnce(series, counts);
	if ('status' in once) return once;
	const told = series.metric === 'nps' ? nps(asNps(once), { fewest: 0 }) : proportion(asShare(once));
	return told.status === 'ok' ? { ...told, n: counts.answers } : told;
}

/** Version 1: every answer told by itself, also several of one customer. */
export const loyaltyOneByOne = (series: Series, { high, middle, low, answers }: GroupCounts) =>
	loyalty(series, { high, middle, low, answers });

/** Whether the score moved by more than chance would move it. Null when either side has too few answers. */
export function loyaltyChange(series: Series, before: GroupCounts, after: GroupCounts, since: string): Change | null {
	if (tooFew(before.answers) ?? tooFew(after.answers)) return null;
	const [first, second] = [asIfAnsweredOnce(series, before), asIfAnsweredOnce(series, after)];
	if ('status' in first || 'status' in second) return null;
	const change =
		series.metric === 'nps'
			? npsDifference(asNps(first), asNps(second), { fewest: 0 })
			: proportionDifference(asShare(first), asShare(second));
	if (change.status !== 'ok') return null;
	const { value: by, low, high, p } = change;
	return { by, low, high, p, isReal: low > 0 || high < 0, since };
}
