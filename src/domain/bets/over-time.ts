import type { Inferred, NotEstimable } from '#stats/estimate.ts';
import { notEstimable } from '#stats/estimate.ts';
import { differenceInDifferences } from '#stats/causal/difference-in-differences.ts';
import { mean } from '#stats/arrays/sum.ts';
import { ols } from '#stats/regression/ols.ts';
import { jointTest } from '#stats/regression/wald.ts';
import { whyNotCompared } from './difference.ts';

/** An outcome in a month: below 0 before the start (−1 the last), from 0 on the months measured. */
export type InMonth = { unit: string; gets: boolean; period: number; y: number };

/** Means of a month, side by side. */
export type MonthMeans = { period: number; gets: number; not: number };

export type OverTime = {
	effect: Inferred;
	/** Whether both groups moved alike before: all differences of the earlier months from the last one at once. */
	preTrend: { p: number; periods: number } | null;
	months: MonthMeans[];
};

/** With fewer months before the start nobody can see whether the groups moved alike. */
const fewestPeriods = 4;
/** From here on, groups that moved apart before the start are taken for what they are. */
const apart = 0.05;

/**
 * What changed more among those who got it: difference in differences, errors clustered by account. Refused with fewer
 * than four months before the start, and where the groups moved apart before it.
 *
 * Source: definitions.md 5.15; Bertrand, Duflo & Mullainathan 2004.
 */
export function differenceOverTime(rows: readonly InMonth[]): OverTime {
	const months = meansOf(rows);
	const refuse = (reason: string, preTrend: OverTime['preTrend'] = null): OverTime => ({
		effect: notEstimable(reason),
		preTrend,
		months
	});
	const shared = new Set(months.map(({ period }) => period));
	const used = rows.filter(({ period }) => shared.has(period));
	const before = months.filter(({ period }) => period < 0);
	if (before.length < fewestPeriods)
		return refuse(
			`${before.length} months before the start show both groups, ${fewestPeriods} at least are needed to see whether they moved alike`
		);
	if (before.length === months.length) return refuse('no month since the start shows both groups');
	const trouble = whyNotCompared(used);
	if (trouble) return refuse(trouble);

	const tested = preTrendOf(used.filter(({ period }) => period < 0));
	if (tested.status !== 'ok') return refuse(`whether the groups moved alike before cannot be told: ${tested.reason}`);
	const preTrend = { p: tested.p, periods: before.length };
	if (tested.p < apart) return refuse('the groups moved apart already before the start', preTrend);
	const fit = differenceInDifferences({
		y: used.map(({ y }) => y),
		treated: used.map(({ gets }) => gets),
		after: used.map(({ period }) => period >= 0),
		cluster: used.map(({ unit }) => unit)
	});
	return { effect: fit.status === 'ok' ? fit.effect : fit, preTrend, months };
}

/** Means by month, of the months that show both groups. */
function meansOf(rows: readonly InMonth[]): MonthMeans[] {
	return [...Map.groupBy(rows, ({ period }) => period)]
		.sort(([a], [b]) => a - b)
		.map(([period, of]) => {
			const group = (gets: boolean) => mean(of.filter((row) => row.gets === gets).map(({ y }) => y));
			return { period, gets: group(true), not: group(false) };
		})
		.filter(({ gets, not }) => Number.isFinite(gets) && Number.isFinite(not));
}

/** Do the differences between the groups differ from month to month before the start? Errors clustered by account. */
function preTrendOf(rows: readonly InMonth[]): { status: 'ok'; p: number } | NotEstimable {
	const periods = [...new Set(rows.map(({ period }) => period))].sort((a, b) => a - b).slice(0, -1);
	const gets = rows.map((row) => (row.gets ? 1 : 0));
	const inPeriod = (period: number) => rows.map((row) => (row.period === period ? 1 : 0));
	const months = Object.fromEntries(periods.map((period) => [`month ${period}`, inPeriod(period)]));
	const leads = Object.fromEntries(
		periods.map((period) => [`lead ${period}`, inPeriod(period).map((is, i) => is * gets[i])])
	);
	const units = rows.map(({ unit }) => unit);
	const fit = ols({ y: rows.map(({ y }) => y), x: { gets, ...months, ...leads } }, { errors: { cluster: units } });
	if (fit.status !== 'ok') return fit;
	return jointTest(fit, Object.keys(leads), new Set(units).size - 1);
}
