import type { Estimate, NotEstimable } from '#stats/estimate.ts';
import { notEstimable } from '#stats/estimate.ts';
import { benjaminiHochberg } from '#stats/monitoring/benjamini-hochberg.ts';
import { designEffect } from '#stats/scores/design-effect.ts';
import type { RepeatedAnswers } from '#stats/scores/design-effect.ts';
import { proportion } from '#stats/shares/proportion.ts';
import type { Share } from '#stats/shares/proportion.ts';
import { proportionDifference } from '#stats/shares/proportion-difference.ts';
import { groupCounts, loyalty } from '../../metrics/loyalty.ts';
import { addMonths } from '../../scope/calendar.ts';
import type { Series } from '../../surveys/series.ts';
import type { Checked, RepeatedComments, ThemeCount, ThemeMoney } from './queries/read.server.ts';

/** Of all comments, whatever they are about. */
export const everything = 0;

/** Fewer comments than this in either time are not compared. */
const fewestToCompare = 10;
/** Fewer comments read than this say too little of a rule. */
const fewestChecked = 10;

export type ThemeTrend = {
	/** Of one. */
	by: number;
	low: number;
	high: number;
	/** More than chance would show among as many themes. */
	isSignal: boolean;
};

/** What is known of a theme in twelve months. */
export type ThemeFigures = {
	themeId: number;
	comments: number;
	share: Estimate | NotEstimable;
	/** Of the main survey, among those who wrote about it. */
	loyalty: Estimate | NotEstimable;
	/** Customers who wrote about it and pay, and what they pay a year. */
	money: { customers: number; perYearMinor: number };
	months: { month: string; comments: number; share: number | null }[];
	/** Null: too few comments to compare. */
	trend: ThemeTrend | null;
	precision: Estimate | NotEstimable;
	/** Somebody has read at least one comment that the rules found, and judged it. */
	wasChecked: boolean;
};

export type Twelve = { months: string[]; /** The first month that is not over, or beyond. */ notOver: string };

/** The twelve months that end with one, oldest first. */
export const twelveTo = (last: string, notOver: string): Twelve => ({
	months: Array.from({ length: 12 }, (_, i) => addMonths(last, i - 11)),
	notOver
});

/** The last months of what is told of a theme: the twelve, and the two times three that are compared. */
export function timesTold({ months, notOver }: Twelve): { twelve: string; before: string[]; after: string[] } {
	const complete = months.filter((month) => month < notOver);
	return { twelve: months[months.length - 1], before: complete.slice(-6, -3), after: complete.slice(-3) };
}

type Known = {
	counts: readonly ThemeCount[];
	/** How comments of one customer go together, in the times that are told. */
	repeated: readonly RepeatedComments[];
	money: readonly ThemeMoney[];
	checked: readonly Checked[];
	series: Series | null;
	time: Twelve;
};

/** The figures of each theme, the most spoken of first; theme 0 holds those of all comments. */
export function themeFigures(themeIds: readonly number[], known: Known): ThemeFigures[] {
	const told = [everything, ...themeIds].map((themeId) => figuresOf(themeId, known));
	const adjusted = benjaminiHochberg(told.map(({ trend }) => trend?.p ?? null));
	return told
		.map(({ trend, ...figures }, i) => ({
			...figures,
			trend: trend && { by: trend.by, low: trend.low, high: trend.high, isSignal: adjusted[i]! <= 0.05 }
		}))
		.sort((a, b) => b.comments - a.comments || a.themeId - b.themeId);
}

function figuresOf(themeId: number, { counts, repeated, money, checked, series, time }: Known) {
	const own = counts.filter((count) => count.themeId === themeId);
	const all = counts.filter((count) => count.themeId === everything);
	const comments = total(own);
	const togetherIn = shareTogether(themeId, repeated);
	const { twelve } = timesTold(time);
	const share = asIfWrittenOnce({ count: comments, n: total(all) }, togetherIn({ months: 12, asOf: twelve }));
	return {
		themeId,
		comments,
		share: 'status' in share ? share : asEstimate(proportion(share), total(all)),
		loyalty:
			series === null ? notEstimable('nobody has answered a survey yet') : scoreOf(series, own, { repeated, twelve }),
		money: money.find((sum) => sum.themeId === themeId) ?? { customers: 0, perYearMinor: 0 },
		months: time.months.map((month) => {
			const [mine, whole] = [own, all].map((some) => total(some.filter((count) => count.month === month)));
			return { month, comments: mine, share: whole === 0 ? null : mine / whole };
		}),
		trend: themeId === everything ? null : trendOf(own, all, { time, togetherIn }),
		precision: precisionOf(checked.find((one) => one.themeId === themeId)),
		wasChecked: checked.some(({ themeId: id, read }) => id === themeId && read > 0)
	};
}

type Together = { repeated: readonly RepeatedComments[]; twelve: string };

function scoreOf(series: Series, own: readonly ThemeCount[], { repeated, twelve }: Together): Estimate | NotEstimable {
	const scored = own.filter((count) => count.series === series.id);
	const scores = scored.map(({ score, comments: answers }) => ({ score, answers }));
	const together = repeated.find(
		({ of, themeId, series: id, asOf }) =>
			of === 'score' && themeId === scored.at(0)?.themeId && id === series.id && asOf === twelve
	);
	return asEstimate(loyalty(series, groupCounts(series, scores, together)));
}

type Span = { months: number; asOf: string | undefined };

/** How many comments customers wrote, and how many of these are about a theme: the first is the same of every theme. */
function shareTogether(themeId: number, repeated: readonly RepeatedComments[]) {
	return ({ months, asOf }: Span): RepeatedAnswers => {
		const those = repeated.filter((sums) => sums.of === 'share' && sums.months === months && sums.asOf === asOf);
		const { repeats, pairs } = those.find((sums) => sums.themeId === everything) ?? { repeats: 0, pairs: 0 };
		const { pairSums, pairProducts } = those.find((sums) => sums.themeId === themeId) ?? {
			pairSums: 0,
			pairProducts: 0
		};
		return { repeats, pairs, pairSums, pairProducts };
	};
}

/** As many comments, of which the same share is about a theme, as tell as much as these if nobody had written twice. */
function asIfWrittenOnce({ count, n }: Share, together: RepeatedAnswers): Share | NotEstimable {
	if (n === 0) return { count, n };
	const mean = count / n;
	const effect = designEffect({ n, mean, variance: mean * (1 - mean) }, together);
	if (typeof effect !== 'number') return notEstimable('all comments come from one customer');
	return { count: count / effect, n: n / effect };
}

type Compared = { time: Twelve; togetherIn: (span: Span) => RepeatedAnswers };

function trendOf(own: readonly ThemeCount[], all: readonly ThemeCount[], { time, togetherIn }: Compared) {
	const of = (some: string[]) => ({
		count: total(own.filter(({ month }) => some.includes(month))),
		n: total(all.filter(({ month }) => some.includes(month)))
	});
	const times = timesTold(time);
	const [before, after] = [of(times.before), of(times.after)];
	if (Math.min(before.n, after.n) < fewestToCompare || before.count + after.count < fewestToCompare) return null;
	const [first, second] = [
		asIfWrittenOnce(before, togetherIn({ months: 3, asOf: times.before.at(-1) })),
		asIfWrittenOnce(after, togetherIn({ months: 3, asOf: times.after.at(-1) }))
	];
	if ('status' in first || 'status' in second) return null;
	const change = proportionDifference(first, second);
	return change.status === 'ok' ? { by: change.value, low: change.low, high: change.high, p: change.p ?? null } : null;
}

/** How often the rules are right, as far as somebody has looked. */
export function precisionOf(checked: Pick<Checked, 'read' | 'right'> | undefined): Estimate | NotEstimable {
	const { read, right } = checked ?? { read: 0, right: 0 };
	if (read === 0) return notEstimable('not checked');
	if (read < fewestChecked) return notEstimable(`only ${read} read: ${right} right`);
	return asEstimate(proportion({ count: right, n: read }));
}

const total = (counts: readonly { comments: number }[]) => counts.reduce((sum, { comments }) => sum + comments, 0);

/** `n`: how many were counted, where the interval rests on fewer. */
const asEstimate = (found: Estimate | NotEstimable, n?: number): Estimate | NotEstimable =>
	found.status === 'ok'
		? { status: 'ok', value: found.value, low: found.low, high: found.high, n: n ?? found.n }
		: notEstimable(found.reason);
