import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { canBeSquared, mondayOf } from './month-number.server.ts';
import type { Sign } from './sign.ts';

/**
 * The weeks in which what some customers pay now, or what they paid twelve months before, is other at the end than at the
 * beginning; and both at the end. What goes up and down again within a week moves nothing.
 */
export const levels = (touched: SQL, name: SQL = sql`level`) => sql`
	step as materialized (
		select customer_id, per_year_minor, from_day, to_day,
			(from_day + interval '12 months')::date as from_later, (to_day + interval '12 months')::date as to_later
		from yearly_revenue join ${touched} touched using (customer_id)
	),
	change as (
		select customer_id, ${mondayOf(sql`from_day`)} as week, per_year_minor as now, 0::bigint as before from step
		union all
		select customer_id, ${mondayOf(sql`to_day`)}, -per_year_minor, 0 from step where to_day <> 'infinity'
		union all
		select customer_id, ${mondayOf(sql`from_later`)}, 0, per_year_minor from step
		union all
		select customer_id, ${mondayOf(sql`to_later`)}, 0, -per_year_minor from step where to_day <> 'infinity'
	),
	${name} as (
		select customer_id, week,
			(sum(sum(now)) over walk)::bigint    as now,
			(sum(sum(before)) over walk)::bigint as before
		from change
		group by customer_id, week
		having sum(now) <> 0 or sum(before) <> 0
		window walk as (partition by customer_id order by week)
	)
`;

/** What is added up of whoever paid `paidThen` twelve months before, and of those pays `paysNow`. */
const measures = (paidThen: SQL, paysNow: SQL) => ({
	then: paidThen,
	now: paysNow,
	kept: sql`greatest(0, least(${paysNow}, ${paidThen}))`,
	lost: sql`case when ${paysNow} <= 0 then ${paidThen} else 0 end`
});
type Measure = keyof ReturnType<typeof measures>;

const after = measures(sql`paid_then`, sql`pays_now`);
const before = measures(sql`last_then`, sql`last_now`);
const allCanBeSquared = canBeSquared(sql`paid_then`, sql`pays_now`, sql`last_then`, sql`last_now`);

/** By how much a sum moves. */
const moved = (one: Measure): SQL => sql`sum(${after[one]} - ${before[one]})`;

/** By how much a sum of products moves. */
const movedProduct = (one: Measure, other: Measure): SQL => sql`
	coalesce(sum(${after[one]} * ${after[other]} - ${before[one]} * ${before[other]}) filter (where can_be_squared), 0)
	+ coalesce(sum(
		(${after[one]})::numeric * (${after[other]}) - (${before[one]})::numeric * (${before[other]})
	) filter (where not can_be_squared), 0)
`;

/** Whom a cell counts beside the sums of the base, by what a customer pays `now` and paid `before`. */
export type Counted = { column: SQL; is: SQL };
const paying: Counted = { column: sql`customers_paying`, is: sql`now > 0` };

/**
 * Walks each customer, or account, through the weeks in which what they pay now, or what they paid twelve months before,
 * changes, and notes by how much that moves the number of those `counted`, and the sums over the base: those who paid
 * twelve months before.
 */
export const intoCells = (table: SQL, by: SQL, level: SQL, counted = paying): SQL => sql`
	insert into ${table} as cell
		(week, segment, region, plan, ${counted.column}, customers_then, customers_kept, revenue_then, revenue_now, revenue_kept,
		 revenue_then_squared, revenue_now_squared, revenue_then_times_now, revenue_kept_squared, revenue_then_times_kept,
		 revenue_lost, revenue_lost_squared)
	with ${level},
	state as (
		select customer_id, week, (${counted.is})::int                    as counts,
			greatest(0, before)                     as paid_then,
			case when before > 0 then now else 0 end as pays_now
		from level
	),
	walked as (
		select customer_id, week, counts, paid_then, pays_now,
			lag(counts, 1, 0) over walk            as last_counts,
			lag(paid_then, 1, 0::bigint) over walk as last_then,
			lag(pays_now, 1, 0::bigint) over walk  as last_now
		from state
		window walk as (partition by customer_id order by week)
	),
	told as (
		select *, ${allCanBeSquared} as can_be_squared from walked
	)
	select told.week, segment, region, plan,
		${by} * sum(counts - last_counts), ${by} * sum((paid_then > 0)::int - (last_then > 0)::int),
		${by} * sum((pays_now > 0)::int - (last_now > 0)::int),
		${by} * ${moved('then')}, ${by} * ${moved('now')}, ${by} * ${moved('kept')},
		${by} * (${movedProduct('then', 'then')}), ${by} * (${movedProduct('now', 'now')}), ${by} * (${movedProduct('then', 'now')}),
		${by} * (${movedProduct('kept', 'kept')}), ${by} * (${movedProduct('then', 'kept')}),
		${by} * ${moved('lost')}, ${by} * (${movedProduct('lost', 'lost')})
	from told
	join customer_standing standing on standing.customer_id = told.customer_id
	group by 1, 2, 3, 4
	on conflict (week, segment, region, plan) do update set
		${counted.column}       = cell.${counted.column}       + excluded.${counted.column},
		customers_then         = cell.customers_then         + excluded.customers_then,
		customers_kept         = cell.customers_kept         + excluded.customers_kept,
		revenue_then           = cell.revenue_then           + excluded.revenue_then,
		revenue_now            = cell.revenue_now            + excluded.revenue_now,
		revenue_kept           = cell.revenue_kept           + excluded.revenue_kept,
		revenue_then_squared   = cell.revenue_then_squared   + excluded.revenue_then_squared,
		revenue_now_squared    = cell.revenue_now_squared    + excluded.revenue_now_squared,
		revenue_then_times_now = cell.revenue_then_times_now + excluded.revenue_then_times_now,
		revenue_kept_squared    = cell.revenue_kept_squared    + excluded.revenue_kept_squared,
		revenue_then_times_kept = cell.revenue_then_times_kept + excluded.revenue_then_times_kept,
		revenue_lost            = cell.revenue_lost            + excluded.revenue_lost,
		revenue_lost_squared    = cell.revenue_lost_squared    + excluded.revenue_lost_squared
`;

export const retention = (sign: Sign): SQL =>
	intoCells(sql`retention_cell`, sql`${sign}::int`, levels(sql`touched_paid`));

const inFamilies = sql`(select distinct customer_id from customer_account join touched_paid using (customer_id))`;

/** Takes the customers of families out, each for itself. */
export const familiesApart = (sign: Sign): SQL => intoCells(sql`family_cell`, sql`-${sign}::int`, levels(inFamilies));

/** Turns what customers pay, as `customer_level`, into what their accounts pay, as `level`: each customer while they are of it. */
export const ofAccounts = (levels: SQL): SQL => sql`
	${levels},
	stretch as (
		select account_id, greatest(level.week, member.from_day) as from_day, least(level.until, member.to_day) as to_day, now, before
		from (
			select *, coalesce(lead(week) over (partition by customer_id order by week), 'infinity') as until from customer_level
		) level
		join customer_account member using (customer_id)
		where level.week < member.to_day and member.from_day < level.until
	),
	level as (
		select account_id as customer_id, week,
			(sum(sum(now)) over walk)::bigint    as now,
			(sum(sum(before)) over walk)::bigint as before
		from (
			select account_id, ${mondayOf(sql`from_day`)} as week, now, before from stretch
			union all
			select account_id, ${mondayOf(sql`to_day`)}, -now, -before from stretch where to_day <> 'infinity'
		) change
		group by account_id, week
		window walk as (partition by account_id order by week)
	)
`;

/**
 * Puts their accounts in. An account has, at the end of each week, what its customers of then pay and paid before: whoever
 * moves from one to another takes both along, which is neither growth of the one nor a loss of the other.
 */
export const familiesTogether = (sign: Sign): SQL =>
	intoCells(sql`family_cell`, sql`${sign}::int`, ofAccounts(levels(inFamilies, sql`customer_level`)));
