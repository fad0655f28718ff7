import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';

/*
 * The kept sums of this concept. Each statement adds the part of the customers in the temporary table `touched`
 * (sign 1) or takes it out (sign -1), reading only what is kept per customer; so a refresh costs what changed.
 */

type Sign = 1 | -1;

export async function addToMoneyCells(db: Db, sign: Sign) {
	for (const statement of [everybody, retention, revenue, value, outcome, staying]) await db.execute(statement(sign));
}

export async function dropEmptyMoneyCells(db: Db) {
	await db.execute(sql`
		delete from retention_cell
		where (customers_paying, customers_then, customers_kept, revenue_then, revenue_now) = (0, 0, 0, 0, 0)
		  and (revenue_kept, revenue_then_squared, revenue_now_squared, revenue_then_times_now) = (0, 0, 0, 0)
	`);
	await db.execute(sql`delete from customer_cell where customers = 0`);
	await db.execute(sql`delete from revenue_cell where customers = 0`);
	await db.execute(sql`delete from value_cell where customers = 0`);
	await db.execute(sql`delete from outcome_cell where customers = 0`);
	await db.execute(sql`delete from staying_cell where customers = 0`);
}

/** Deletes rather than truncates: nobody who looks at a page has to wait for an import. */
export async function emptyMoney(db: Db) {
	for (const kept of [
		'yearly_revenue',
		'customer_month',
		'customer_standing',
		'answer_outcome',
		'kept_price',
		'customer_cell',
		'retention_cell',
		'revenue_cell',
		'value_cell',
		'outcome_cell',
		'staying_cell'
	])
		await db.execute(sql`delete from ${sql.identifier(kept)}`);
}

const everybody = (sign: Sign): SQL => sql`
	insert into customer_cell as cell (segment, region, plan, customers)
	select segment, region, plan, ${sign}::int * count(*)
	from customer_standing
	join touched using (customer_id)
	group by segment, region, plan
	on conflict (segment, region, plan) do update set customers = cell.customers + excluded.customers
`;

/**
 * Walks each customer through the days on which what they pay now, or what they paid twelve months before, changes,
 * and notes by how much that moves the number of paying customers, and the sums over the base: those who paid
 * twelve months before.
 */
const retention = (sign: Sign): SQL => sql`
	insert into retention_cell as cell
		(week, segment, region, plan, customers_paying, customers_then, customers_kept, revenue_then, revenue_now, revenue_kept,
		 revenue_then_squared, revenue_now_squared, revenue_then_times_now)
	with change as (
		select customer_id, from_day as day, per_year_minor as now, 0::bigint as before
		from yearly_revenue join touched using (customer_id)
		union all
		select customer_id, to_day, -per_year_minor, 0
		from yearly_revenue join touched using (customer_id) where to_day <> 'infinity'
		union all
		select customer_id, (from_day + interval '12 months')::date, 0, per_year_minor
		from yearly_revenue join touched using (customer_id)
		union all
		select customer_id, (to_day + interval '12 months')::date, 0, -per_year_minor
		from yearly_revenue join touched using (customer_id) where to_day <> 'infinity'
	),
	level as (
		select customer_id, day,
			sum(sum(now))    over walk as now,
			sum(sum(before)) over walk as before
		from change
		group by customer_id, day
		window walk as (partition by customer_id order by day)
	),
	state as (
		select customer_id, day,
			(now > 0)::int                                                         as customers_paying,
			(before > 0)::int                                                      as customers_then,
			(before > 0 and now > 0)::int                                          as customers_kept,
			case when before > 0 then before else 0 end                            as revenue_then,
			case when before > 0 then now else 0 end                               as revenue_now,
			case when before > 0 then greatest(0, least(now, before)) else 0 end   as revenue_kept
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
			revenue_then ^ 2           - lag(revenue_then ^ 2, 1, 0::numeric) over walk           as revenue_then_squared,
			revenue_now ^ 2            - lag(revenue_now ^ 2, 1, 0::numeric) over walk            as revenue_now_squared,
			revenue_then * revenue_now - lag(revenue_then * revenue_now, 1, 0::numeric) over walk as revenue_then_times_now
		from state
		window walk as (partition by customer_id order by day)
	)
	select date_trunc('week', day)::date, segment, region, plan,
		${sign}::int * sum(customers_paying), ${sign}::int * sum(customers_then), ${sign}::int * sum(customers_kept),
		${sign}::int * sum(revenue_then), ${sign}::int * sum(revenue_now), ${sign}::int * sum(revenue_kept),
		${sign}::int * sum(revenue_then_squared), ${sign}::int * sum(revenue_now_squared), ${sign}::int * sum(revenue_then_times_now)
	from moved
	join customer_standing using (customer_id)
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
		revenue_then_times_now = cell.revenue_then_times_now + excluded.revenue_then_times_now
`;

const revenue = (sign: Sign): SQL => sql`
	insert into revenue_cell as cell
		(month, segment, region, plan, customers, recurring_minor, one_time_minor, given_back_minor)
	select month, segment, region, plan, ${sign}::int * count(*),
		${sign}::int * sum(recurring_minor), ${sign}::int * sum(one_time_minor), ${sign}::int * sum(given_back_minor)
	from customer_month
	join touched using (customer_id)
	join customer_standing using (customer_id)
	group by 1, 2, 3, 4
	on conflict (month, segment, region, plan) do update set
		customers        = cell.customers        + excluded.customers,
		recurring_minor  = cell.recurring_minor  + excluded.recurring_minor,
		one_time_minor   = cell.one_time_minor   + excluded.one_time_minor,
		given_back_minor = cell.given_back_minor + excluded.given_back_minor
`;

/** Each month counts for itself and the eleven that follow. */
const value = (sign: Sign): SQL => sql`
	insert into value_cell as cell (as_of, segment, region, plan, customers, revenue_minor, revenue_squared)
	select as_of, segment, region, plan, ${sign}::int * count(*), ${sign}::int * sum(minor), ${sign}::int * sum(minor ^ 2)
	from (
		select customer_id, as_of::date, sum(recurring_minor + one_time_minor + given_back_minor) as minor
		from customer_month
		join touched using (customer_id)
		cross join generate_series(month, month + interval '11 months', interval '1 month') as as_of
		group by 1, 2
	) year
	join customer_standing using (customer_id)
	group by 1, 2, 3, 4
	on conflict (as_of, segment, region, plan) do update set
		customers       = cell.customers       + excluded.customers,
		revenue_minor   = cell.revenue_minor   + excluded.revenue_minor,
		revenue_squared = cell.revenue_squared + excluded.revenue_squared
`;

const outcome = (sign: Sign): SQL => sql`
	insert into outcome_cell as cell
		(as_of, series, segment, region, plan, score, customers, customers_with_revenue, revenue_minor, revenue_squared)
	select as_of::date, series, segment, region, plan, score,
		${sign}::int * count(*), ${sign}::int * count(*) filter (where revenue_minor <> 0),
		${sign}::int * sum(revenue_minor), ${sign}::int * sum(revenue_minor::numeric ^ 2)
	from answer_outcome
	join touched using (customer_id)
	join customer_standing using (customer_id)
	cross join generate_series(counts_from, counts_to - interval '1 month', interval '1 month') as as_of
	group by 1, 2, 3, 4, 5, 6
	on conflict (series, as_of, segment, region, plan, score) do update set
		customers              = cell.customers              + excluded.customers,
		customers_with_revenue = cell.customers_with_revenue + excluded.customers_with_revenue,
		revenue_minor          = cell.revenue_minor          + excluded.revenue_minor,
		revenue_squared        = cell.revenue_squared        + excluded.revenue_squared
`;

/** A subscriber who had left before they first answered has no time to stay, and is not counted. */
const staying = (sign: Sign): SQL => sql`
	insert into staying_cell as cell (series, subscribes, answer_month, event_month, segment, region, plan, score, customers)
	select series, subscribes, date_trunc('month', answered_on)::date,
		coalesce(date_trunc('month', case when subscribes then lost_on else bought_again_on end)::date, 'infinity'),
		segment, region, plan, score, ${sign}::int * count(*)
	from answer_outcome
	join touched using (customer_id)
	join customer_standing using (customer_id)
	where is_first and (not subscribes or lost_on is null or lost_on > answered_on)
	group by 1, 2, 3, 4, 5, 6, 7, 8
	on conflict (series, subscribes, answer_month, event_month, segment, region, plan, score) do update set
		customers = cell.customers + excluded.customers
`;
