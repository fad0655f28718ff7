import type { Db } from '#platform/db/connect.ts';
import { experimentFor } from '../bets/server.ts';
import type { Figure } from '../metrics/figure.ts';
import { loyaltyFigure, loyaltyMonths, selectSeries } from '../metrics/server.ts';
import { judgedTogether } from '../metrics/movement/judge.ts';
import type { Explained } from '../metrics/explained.ts';
import type { LoyaltyMonths } from '../metrics/server.ts';
import {
	afterTheAnswer,
	leadingFigures,
	netOf,
	priceFor,
	priceSoon,
	retentionFigures,
	whatIsKnown,
	whatToFixFirst,
	whichThemesFirst,
	yearFigures
} from '../money/server.ts';
import type { AfterTheAnswer, PriceNow } from '../money/server.ts';
import { addDays, monthOf } from '../scope/calendar.ts';
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
	/** In the order of the strip, their movements judged together. */
	figures: Figure[];
	after: AfterTheAnswer;
	price: PriceNow;
	/** Null without revenue or without a survey after a touchpoint. */
	fixFirst: Awaited<ReturnType<typeof whatToFixFirst>>;
	/** The same by what customers wrote of; null where no theme can be priced, absent in weeks that were closed before it was told. */
	fixThemes?: Awaited<ReturnType<typeof whichThemesFirst>>;
	months: { loyalty: LoyaltyMonths & { about: Explained }; revenue: MonthlyRevenue[] };
	/** Answers of the week, and customers who pay at its end. */
	answersThisWeek: number;
	payingCustomers: number;
	/** How customers with a parent are counted among those kept; absent in weeks that were closed before they were. */
	accounts?: 'together' | 'apart' | null;
};

const monthsOnTheChart = 24;

export type SeriesInScope = { series: Series; all: Series[] };

/** The series that is asked for, or the main one; null while there is no scored answer at all. */
export async function seriesInScope(db: Db, scope: Scope): Promise<SeriesInScope | null> {
	const all = (await selectSeries(db)).map(seriesFrom);
	const series = all.find(({ id }) => id === scope.survey) ?? mainSeries(all);
	return series && { series, all };
}

type StripParts = {
	loyalty: Figure;
	retention: Awaited<ReturnType<typeof retentionFigures>>;
	year: Awaited<ReturnType<typeof yearFigures>>;
	leading: Figure[];
};

const strip = ({ loyalty, retention, year, leading }: StripParts): Figure[] => [
	...[loyalty, retention.kept, retention.retained, year.revenue, year.value],
	...leading
];

/** The figures of the strip by themselves, not yet judged: whoever looks at more than one strip judges them together. */
export async function stripFigures(
	db: Db,
	scope: Scope,
	series: Series,
	through: { revenueThrough: string | null; knownThrough: string }
): Promise<Figure[]> {
	const [loyalty, retention, year, leading] = await Promise.all([
		loyaltyFigure(db, scope, series, through.knownThrough),
		retentionFigures(db, scope, through),
		yearFigures(db, scope, through.revenueThrough),
		leadingFigures(db, scope, series, through)
	]);
	return strip({ loyalty, retention, year, leading });
}

/**
 * The week, for a series that `seriesInScope` found. `today`: a week that it lies in is not judged yet. `price`: whether
 * to wait for a price that is not kept.
 */
export async function weeklyReview(
	db: Db,
	scope: Scope,
	{ timeZone }: Organisation,
	found: SeriesInScope | null,
	today: string,
	price: typeof priceFor | typeof priceSoon = priceFor
): Promise<WeeklyReview | null> {
	const known = await whatIsKnown(db);
	if (!found || !known) return null;
	const { series, all } = found;
	const knownThrough = addDays(today, -1);
	const through = { revenueThrough: known.revenueThrough, knownThrough };
	const week = { ...scope, from: firstDay(scope), to: lastDay(scope), series: null, scores: null };

	const [
		loyalty,
		retention,
		year,
		leading,
		after,
		priced,
		experiment,
		fixFirst,
		fixThemes,
		loyaltyByMonth,
		answersThisWeek
	] = await Promise.all([
		loyaltyFigure(db, scope, series, knownThrough),
		retentionFigures(db, scope, through),
		yearFigures(db, scope, known.revenueThrough),
		leadingFigures(db, scope, series, through),
		afterTheAnswer(db, scope, series, known.revenueThrough),
		price(db, scope, series, known.revenueThrough),
		experimentFor(db, scope, series),
		whatToFixFirst(db, scope, known.revenueThrough),
		whichThemesFirst(db, scope, known.revenueThrough),
		loyaltyMonths(db, scope, series, monthOf(lastDay(scope)), monthsOnTheChart),
		countAnswers(db, week, timeZone)
	]);

	return {
		series,
		allSeries: all,
		figures: judgedTogether(strip({ loyalty, retention, year, leading })),
		after,
		fixFirst,
		fixThemes,
		price: { ...priced, experiment },
		months: {
			loyalty: loyaltyByMonth,
			revenue: year.months.map((month) => ({ month: month.month, minor: netOf(month) }))
		},
		answersThisWeek,
		payingCustomers: retention.paying,
		accounts: retention.accounts
	};
}
