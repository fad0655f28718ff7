import type { Db } from '#platform/db/connect.ts';
import type { Figure } from '../metrics/figure.ts';
import { loyaltyFigure, loyaltyMonths, selectSeries } from '../metrics/server.ts';
import type { LoyaltyMonth } from '../metrics/server.ts';
import { afterTheAnswer, netOf, priceFor, retentionFigures, whatIsKnown, yearFigures } from '../money/server.ts';
import type { AfterTheAnswer, PriceNow } from '../money/server.ts';
import { monthOf } from '../scope/calendar.ts';
import type { Organisation } from '../scope/organisation.ts';
import type { Scope } from '../scope/scope.ts';
import { firstDay, lastDay } from '../scope/scope.ts';
import { mainSeries, seriesFrom } from '../surveys/series.ts';
import type { Series } from '../surveys/series.ts';
import { countAnswers } from '../voice/server.ts';

export type MonthlyRevenue = { month: string; minor: number };

/** A week as it is reviewed: its figures, and what the charts are drawn from. */
export type WeeklyReview = {
	series: Series;
	allSeries: Series[];
	/** In the order of the strip. */
	figures: Figure[];
	after: AfterTheAnswer;
	price: PriceNow;
	months: { loyalty: LoyaltyMonth[]; revenue: MonthlyRevenue[] };
	/** Answers of the week, and customers who pay at its end. */
	answersThisWeek: number;
	payingCustomers: number;
};

const monthsOnTheChart = 24;

export type SeriesInScope = { series: Series; all: Series[] };

/** The series that is asked for, or the main one; null while there is no scored answer at all. */
export async function seriesInScope(db: Db, scope: Scope): Promise<SeriesInScope | null> {
	const all = (await selectSeries(db)).map(seriesFrom);
	const series = all.find(({ id }) => id === scope.survey) ?? mainSeries(all);
	return series && { series, all };
}

/** The week, for a series that `seriesInScope` found. */
export async function weeklyReview(
	db: Db,
	scope: Scope,
	{ timeZone }: Organisation,
	found: SeriesInScope | null
): Promise<WeeklyReview | null> {
	const known = await whatIsKnown(db);
	if (!found || !known) return null;
	const { series, all } = found;
	const week = { ...scope, from: firstDay(scope), to: lastDay(scope), series: null, scores: null };

	const [loyalty, retention, year, after, price, loyaltyByMonth, answersThisWeek] = await Promise.all([
		loyaltyFigure(db, scope, series),
		retentionFigures(db, scope, known.revenueThrough),
		yearFigures(db, scope, known.revenueThrough),
		afterTheAnswer(db, scope, series, known.revenueThrough),
		priceFor(db, scope, series, known.revenueThrough),
		loyaltyMonths(db, scope, series, monthOf(lastDay(scope)), monthsOnTheChart),
		countAnswers(db, week, timeZone)
	]);

	return {
		series,
		allSeries: all,
		figures: [loyalty, retention.kept, retention.retained, year.revenue, year.value],
		after,
		price,
		months: {
			loyalty: loyaltyByMonth,
			revenue: year.months.map((month) => ({ month: month.month, minor: netOf(month) }))
		},
		answersThisWeek,
		payingCustomers: retention.paying
	};
}
