import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { Sign } from './sign.ts';

/** The days on which what some customers pay now, or what they paid twelve months before, changes; and both from then on. */
const levels = (touched: SQL, name: SQL = sql`level`) => sql`
	change as (
		select customer_id, from_day as day, per_year_minor as now, 0::bigint as before
		from yearly_revenue join ${touched} touched using (customer_id)
		union all
		select customer_id, to_day, -per_year_minor, 0
		from yearly_revenue join ${touched} touched using (customer_id) where to_day <> 'infinity'
		union all
		select customer_id, (from_day + interval '12 months')::date, 0, per_year_minor
		from yearly_revenue join ${touched} touched using (customer_id)
		union all
		select customer_id, (to_day + interval '12 months')::date, 0, -per_year_minor
		from yearly_revenue join ${touched} touched using (customer_id) where to_day <> 'infinity'
	),
	${name} as (
		select customer_id, day,
			sum(sum(now))    over walk as now,
			sum(sum(before)) over walk as before
		from change
		group by customer_id, day
		window walk as (partition by customer_id order by day)
	)
`;

/**
 * Walks each customer, or account, through the days on which what they pay now, or what they paid twelve months before, changes,
 * and notes by how much that moves the number of paying customers, and the sums over the base: those who paid
 * twelve months before.
 */
const intoCells = (table: SQL, by: SQL, level: SQL): SQL => sql`
	insert into ${table} as cell
		(week, segment, region, plan, customers_paying, customers_then, customers_kept, revenue_then, revenue_now, revenue_kept,
		 revenue_then_squared, revenue_now_squared, revenue_then_times_now, revenue_kept_squared, revenue_then_times_kept,
		 revenue_lost, revenue_lost_squared)
	with ${level},
	state as (
		select customer_id, day,
			(now > 0)::int                                                         as customers_paying,
			(before > 0)::int                                                      as customers_then,
			(before > 0 and now > 0)::int                                          as customers_kept,
			case when before > 0 then before else 0 end                            as revenue_then,
			case when before > 0 then now else 0 end                               as revenue_now,
			case when before > 0 then greatest(0, least(now, before)) else 0 end   as revenue_kept,
			case when before > 0 and now <= 0 then before else 0 end               as revenue_lost
		from level
	),
	moved as (
		select customer_id, day,
			customers_paying - lag(customers_paying, 1, 0) over walk               as customers_paying,
			customers_then - lag(customers_then, 1, 0) over walk                   as customers_then,
			customers_kept - lag(customers_kept, 1, 0) over walk                   as customers_kept,
			revenue_then   - lag(revenue_then, 1, 0::numeric) over walk            as revenue_then,
			revenue_now    - lag(revenue_now, 1, 0::numeric) over walk             as revenue_now,
			revenue_kept   - lag(revenue_kept, 1, 0::numeric) over walk            as revenue_kept,
			revenue_then * revenue_then           - lag(revenue_then * revenue_then, 1, 0::numeric) over walk           as revenue_then_squared,
			revenue_now * revenue_now            - lag(revenue_now * revenue_now, 1, 0::numeric) over walk            as revenue_now_squared,
			revenue_then * revenue_now - lag(revenue_then * revenue_now, 1, 0::numeric) over walk as revenue_then_times_now,
			revenue_kept * revenue_kept            - lag(revenue_kept * revenue_kept, 1, 0::numeric) over walk            as revenue_kept_squared,
			revenue_then * revenue_kept - lag(revenue_then * revenue_kept, 1, 0::numeric) over walk as revenue_then_times_kept,
			revenue_lost   - lag(revenue_lost, 1, 0::numeric) over walk            as revenue_lost,
			revenue_lost * revenue_lost            - lag(revenue_lost * revenue_lost, 1, 0::numeric) over walk            as revenue_lost_squared
		from state
		window walk as (partition by customer_id order by day)
	)
	select date_trunc('week', day)::date, segment, region, plan,
		${by} * sum(customers_paying), ${by} * sum(customers_then), ${by} * sum(customers_kept),
		${by} * sum(revenue_then), ${by} * sum(revenue_now), ${by} * sum(revenue_kept),
		${by} * sum(revenue_then_squared), ${by} * sum(revenue_now_squared), ${by} * sum(revenue_then_times_now),
		${by} * sum(revenue_kept_squared), ${by} * sum(revenue_then_times_kept),
		${by} * sum(revenue_lost), ${by} * sum(revenue_lost_squared)
	from moved
	join customer_standing standing on standing.customer_id = moved.customer_id
	group by 1, 2, 3, 4
	on conflict (week, segment, region, plan) do update set
		customers_paying       = cell.customers_paying       + excluded.customers_paying,
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

export const retention = (sign: Sign): SQL => intoCells(sql`retention_cell`, sql`${sign}::int`, levels(sql`touched`));

const inFamilies = sql`(select distinct customer_id from customer_account join touched using (customer_id))`;

/** Takes the customers of families out, each for itself. */
export const familiesApart = (sign: Sign): SQL => intoCells(sql`family_cell`, sql`-${sign}::int`, levels(inFamilies));

/**
 * Puts their accounts in. An account has, on each day, what its customers of that day pay and paid before: whoever moves
 * from one to another takes both along, which is neither growth of the one nor a loss of the other.
 */
export const familiesTogether = (sign: Sign): SQL =>
	intoCells(
		sql`family_cell`,
		sql`${sign}::int`,
		sql`
			${levels(inFamilies, sql`customer_level`)},
			stretch as (
				select account_id, greatest(level.day, member.from_day) as from_day, least(level.until, member.to_day) as to_day, now, before
				from (
					select *, coalesce(lead(day) over (partition by customer_id order by day), 'infinity') as until from customer_level
				) level
				join customer_account member using (customer_id)
				where level.day < member.to_day and member.from_day < level.until
			),
			level as (
				select account_id as customer_id, day, sum(sum(now)) over walk as now, sum(sum(before)) over walk as before
				from (
					select account_id, from_day as day, now, before from stretch
					union all
					select account_id, to_day, -now, -before from stretch where to_day <> 'infinity'
				) change
				group by account_id, day
				window walk as (partition by account_id order by day)
			)
		`
	);
