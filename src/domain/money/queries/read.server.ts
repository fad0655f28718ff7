import { sql } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';
import { row, rows } from '#platform/db/rows.ts';
import type { Scope } from '../../scope/scope.ts';
import { ofScope, sumsOfCells } from '../../scope/cells.server.ts';
import type { Of } from '../../scope/cells.server.ts';

/** What is known, and until when. Days in the organisation's zone. */
export type Known = {
	at: Date;
	revenueThrough: string | null;
	answersFrom: string | null;
	answersThrough: string | null;
};

export const selectKnown = async (db: Db): Promise<Known | null> =>
	(
		await rows<Known>(
			db,
			sql`
				select at, revenue_through::text as "revenueThrough", answers_from::text as "answersFrom",
					answers_through::text as "answersThrough"
				from refresh
				order by id desc
				limit 1
			`
		)
	)[0] ?? null;

/**
 * Changes whenever anything that pages are made of does: with each refresh, when the values that follow it are in, with
 * the margin, and with themes and what was checked of them.
 */
export const selectVersion = async (db: Db): Promise<string> =>
	(
		await row<{ version: string }>(
			db,
			sql`
				select concat_ws('/',
					(select max(id) from refresh), (select max(at) from valuation), (select margin from organisation),
					(select at from theme_stake), (select max(changed_at) from theme), (select count(*) from theme),
					(select max(at) from theme_label)
				) as "version"
			`
		)
	).version;

/** How many customers each combination of segment, region and plan has; empty text: not known. */
export type SliceCount = { segment: string; region: string; plan: string; customers: number };

export const selectSlices = (db: Db) =>
	rows<SliceCount>(db, sql`select segment, region, plan, customers from customer_cell`);

/** From and to, both included. */
type Span = { from: string; to: string };

/** Revenue of a month by kind, in minor units of the reporting currency. */
export type RevenueMonth = { month: string; recurring: number; oneTime: number; givenBack: number };

export const selectRevenueMonths = (db: Db, scope: Scope, { from, to }: Span) =>
	sumsOfCells<RevenueMonth>(
		db,
		scope,
		['month'],
		({ whom, each }) => sql`
			select month::text as "month", sum(recurring_minor)::bigint as "recurring",
				sum(one_time_minor)::bigint as "oneTime", sum(given_back_minor)::bigint as "givenBack"${each}
			from revenue_cell
			where month between ${from} and ${to} and ${whom}
			group by month${each}
			order by month
		`
	);

/** Revenue per customer in the twelve months that end with `asOf`. */
export type ValueYear = { asOf: string; customers: number; revenue: number; revenueSquared: number };

const yearly = ({ from, to }: Span, { whom, each }: Of) => sql`
	select as_of::text as "asOf", sum(customers)::int as "customers", sum(revenue_minor)::bigint as "revenue",
		sum(revenue_squared)::float8 as "revenueSquared"${each}
	from value_cell
	where as_of between ${from} and ${to} and ${whom}
	group by as_of${each}
	order by as_of
`;

export const valueYears = (scope: Scope, span: Span) => yearly(span, ofScope(scope));

export const selectValueYears = (db: Db, scope: Scope, span: Span) =>
	sumsOfCells<ValueYear>(db, scope, ['asOf'], (of) => yearly(span, of));

/** Revenue in the twelve months after customers' first answers of the two years that can be followed, by score. */
export type Outcome = {
	score: number;
	customers: number;
	withRevenue: number;
	revenue: number;
	revenueSquared: number;
};

const outcomes = (series: string, asOf: string, { whom, each }: Of) => sql`
	select score, sum(customers)::int as "customers", sum(customers_with_revenue)::int as "withRevenue",
		sum(revenue_minor)::bigint as "revenue",
		sum(revenue_squared)::float8 as "revenueSquared"${each}
	from outcome_cell
	where series = ${series} and as_of = ${asOf} and ${whom}
	group by score${each}
	order by score
`;

export const outcomesByScore = (scope: Scope, series: string, asOf: string) => outcomes(series, asOf, ofScope(scope));

export const selectOutcomes = (db: Db, scope: Scope, series: string, asOf: string) =>
	sumsOfCells<Outcome>(db, scope, ['score'], (of) => outcomes(series, asOf, of));

/**
 * Customers by the month of their first answer and the month in which they left, if they subscribe, or bought again;
 * 'infinity': not yet.
 */
export type Stay = { subscribes: boolean; answerMonth: string; eventMonth: string; score: number; customers: number };

const stays = (series: string, { from, to }: Span, { whom, each }: Of) => sql`
	select subscribes as "subscribes", answer_month::text as "answerMonth", event_month::text as "eventMonth", score,
		sum(customers)::int as "customers"${each}
	from staying_cell
	where series = ${series} and answer_month between ${from} and ${to} and ${whom}
	group by subscribes, answer_month, event_month, score${each}
`;

export const staysByMonth = (scope: Scope, series: string, span: Span) => stays(series, span, ofScope(scope));

export const selectStays = (db: Db, scope: Scope, series: string, span: Span) =>
	sumsOfCells<Stay>(db, scope, ['subscribes', 'answerMonth', 'eventMonth', 'score'], (of) => stays(series, span, of));
