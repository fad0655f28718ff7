import type { Estimate, NotEstimable } from '#stats/estimate.ts';
import { notEstimable } from '#stats/estimate.ts';
import { benjaminiHochberg } from '#stats/monitoring/benjamini-hochberg.ts';
import { proportion } from '#stats/shares/proportion.ts';
import { proportionDifference } from '#stats/shares/proportion-difference.ts';
import { groupCounts, loyalty } from '../../metrics/loyalty.ts';
import { addMonths } from '../../scope/calendar.ts';
import type { Series } from '../../surveys/series.ts';
import type { Checked, ThemeCount, ThemeMoney } from './queries/read.server.ts';

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

type Known = {
	counts: readonly ThemeCount[];
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

function figuresOf(themeId: number, { counts, money, checked, series, time }: Known) {
	const own = counts.filter((count) => count.themeId === themeId);
	const all = counts.filter((count) => count.themeId === everything);
	const comments = total(own);
	const scored = series === null ? [] : own.filter((count) => count.series === series.id);
	return {
		themeId,
		comments,
		share: asEstimate(proportion({ count: comments, n: total(all) })),
		loyalty:
			series === null
				? notEstimable('nobody has answered a survey yet')
				: asEstimate(
						loyalty(
							series,
							groupCounts(
								series,
								scored.map(({ score, comments: answers }) => ({ score, answers }))
							)
						)
					),
		money: money.find((sum) => sum.themeId === themeId) ?? { customers: 0, perYearMinor: 0 },
		months: time.months.map((month) => {
			const [mine, whole] = [own, all].map((some) => total(some.filter((count) => count.month === month)));
			return { month, comments: mine, share: whole === 0 ? null : mine / whole };
		}),
		trend: themeId === everything ? null : trendOf(own, all, time),
		precision: precisionOf(checked.find((one) => one.themeId === themeId)),
		wasChecked: checked.some(({ themeId: id, read }) => id === themeId && read > 0)
	};
}

function trendOf(own: readonly ThemeCount[], all: readonly ThemeCount[], { months, notOver }: Twelve) {
	const complete = months.filter((month) => month < notOver);
	const of = (some: string[]) => ({
		count: total(own.filter(({ month }) => some.includes(month))),
		n: total(all.filter(({ month }) => some.includes(month)))
	});
	const [before, after] = [of(complete.slice(-6, -3)), of(complete.slice(-3))];
	if (Math.min(before.n, after.n) < fewestToCompare || before.count + after.count < fewestToCompare) return null;
	const change = proportionDifference(before, after);
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

const asEstimate = (found: Estimate | NotEstimable): Estimate | NotEstimable =>
	found.status === 'ok'
		? { status: 'ok', value: found.value, low: found.low, high: found.high, n: found.n }
		: notEstimable(found.reason);
