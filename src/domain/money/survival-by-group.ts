import type { Estimate, NotEstimable } from '#stats/estimate.ts';
import { notEstimable } from '#stats/estimate.ts';
import { logRank } from '#stats/survival/log-rank.ts';
import { restrictedMeanSurvivalDifference } from '#stats/survival/restricted-mean-survival-difference.ts';
import { feelings } from '../metrics/groups.ts';
import type { Change, Definition, Figure } from '../metrics/figure.ts';
import type { Feeling } from '../metrics/groups.ts';
import { addMonths } from '../scope/calendar.ts';
import type { Series } from '../surveys/series.ts';
import { differenceOf } from './change.ts';
import { curvesOf, followedByGroup } from './staying.ts';
import type { FollowedGroups, Stays, Staying } from './staying.ts';

/** Who stays, by group, with what it takes to judge it. */
export type SurvivalByGroup = Staying & {
	/** Months at which the numbers at risk are told, from 0 on. */
	months: readonly number[];
	/** How many of a group were still followed, and still there, at each of these months. */
	atRisk: Record<Feeling, number[]>;
	/** Months that the happiest group stays longer out of the first twelve; or comes back sooner. */
	longer: Figure;
	/** Log-rank test that leaving goes with how they felt, in the order of the groups; null with its reason. */
	trend: { p: number } | NotEstimable;
};

const months = [0, 6, 12, 18, 24] as const;
const window = 12;

/** In the order of the scale, for the trend. */
const place: Record<Feeling, number> = { low: 0, middle: 1, high: 2 };

export function survivalByGroup(series: Series, stays: readonly Stays[], asOf: string): SurvivalByGroup {
	const found = followedByGroup(series, stays, asOf);
	const { sees, followed } = found;
	const stillThere = (feeling: Feeling) =>
		months.map((month) => followed[feeling].reduce((sum, { time, count }) => sum + (time >= month ? count : 0), 0));
	const told = curvesOf(series, found);
	return {
		...told,
		months,
		atRisk: { high: stillThere('high'), middle: stillThere('middle'), low: stillThere('low') },
		longer: { ...monthsLonger(told), estimate: longerOf(followed, sees), change: longerChange(series, stays, asOf) },
		trend: trendOf(followed)
	};
}

function longerOf({ low, high }: FollowedGroups['followed'], sees: Staying['sees']): Estimate | NotEstimable {
	const means = restrictedMeanSurvivalDifference(low, high, { horizon: window });
	if (means.status !== 'ok') return isTooShort(low, high) ? tooShort : means;
	const { difference } = means;
	if (difference.status !== 'ok' || difference.low < difference.high) return turned(difference, sees);
	return difference.value === 0 ? allAlike : wholeApart;
}

/** All of one group left in the same month and none of the other: no chance shows, and what it could do has no limit. */
const wholeApart = notEstimable('the groups are wholly apart, so that how far off a difference could be does not show');

/** Nobody was lost, or all in the same month, whatever they felt. */
const allAlike = notEstimable('nothing tells the groups apart, and how far off that could be does not show');

type Group = FollowedGroups['followed'][Feeling];
const tooShort = notEstimable(`nobody has been followed for ${window} months yet`);
const isTooShort = (...groups: Group[]): boolean =>
	groups.every((group) => group.length > 0) && groups.some((group) => group.every(({ time }) => time < window));

/** Of those whose first twelve months are over: who first answered in the last year of these, against the year before. */
function longerChange(series: Series, stays: readonly Stays[], asOf: string): Change | undefined {
	if (asOf === '') return undefined;
	const ofYear = (from: string, to: string) => {
		const { followed, sees } = followedByGroup(
			series,
			stays.filter(({ answerMonth }) => answerMonth > from && answerMonth <= to),
			asOf
		);
		return longerOf(followed, sees);
	};
	const [end, middle, start] = [12, 24, 36].map((ago) => addMonths(asOf, -ago));
	return differenceOf(ofYear(start, middle), ofYear(middle, end), 'those who answered a year earlier') ?? undefined;
}

/** Where customers are seen to come back, less time away is more. */
function turned(difference: Estimate | NotEstimable, sees: Staying['sees']): Estimate | NotEstimable {
	if (difference.status !== 'ok' || sees === 'who stays') return difference;
	const { value, low, high, n } = difference;
	return { status: 'ok', value: -value, low: -high, high: -low, n };
}

function trendOf(followed: FollowedGroups['followed']): SurvivalByGroup['trend'] {
	const test = logRank(
		feelings.flatMap((feeling) => followed[feeling].map((row) => ({ ...row, group: feeling }))),
		{ scores: place }
	);
	if (test.status !== 'ok') return test;
	const { trend = notEstimable('there is no trend') } = test;
	return 'reason' in trend ? trend : { p: trend.p };
}

const monthsLonger = ({ groups: [high, , low] }: Staying) => ({
	definition: monthsLongerDefinition,
	population: `${high.name} against ${low.name.toLowerCase()}, by their first answer`,
	excluded: [],
	grade: 'D' as const
});

/** Below this the order of the groups is taken for more than chance. */
const significance = 0.05;

/** What the test says, in words. */
export const trendText = ({ trend, sees }: SurvivalByGroup): string => {
	const what = sees === 'who stays' ? 'stay longer' : 'come back sooner';
	if ('reason' in trend) return `Whether happier customers ${what} cannot be told: ${trend.reason}.`;
	const p = trend.p < 0.0001 ? 'p < 0.0001' : `p = ${trend.p.toFixed(trend.p < 0.01 ? 4 : 2)}`;
	return trend.p < significance
		? `That how long customers ${sees === 'who stays' ? 'stay' : 'stay away'} goes with how they felt is hardly chance (log-rank trend, ${p}).`
		: `The groups differ by no more than chance would make them (log-rank trend, ${p}).`;
};

export const monthsLongerDefinition: Definition = {
	id: 'months_longer',
	version: 1,
	name: 'Happy customers stay longer by',
	unit: 'months',
	meaning:
		'How many of the first twelve months after their first answer customers of the happiest group stay on average, less the same of the unhappiest; where nobody subscribes, how much sooner they buy again. Each counts as long as they were seen. As seen: they may differ in more than what they felt.',
	interval: '95%, difference of restricted means (Royston & Parmar 2013).'
};
