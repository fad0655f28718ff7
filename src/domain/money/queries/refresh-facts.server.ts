import { sql } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';

/*
 * What is kept per customer, read anew from the raw rows of the customers in the temporary table `touched`.
 * Order matters: steps, then months, then standings and outcomes (which need the steps).
 */

/** A renewal that comes in within this many days after the paid term is late, not lost. */
const daysOfGrace = 30;

/**
 * Steps of yearly revenue. Customers with recurring lines: each line's yearly rate over its service period, adjacent
 * and overlapping lines added up, gaps up to the grace bridged at the rate before. A paid term that ended less than
 * the grace before `revenueThrough`, or that has not ended, stays open. All others: what they bought in the
 * twelve months before.
 */
export async function readYearlyRevenue(db: Db, revenueThrough: string) {
	await db.execute(
		sql`delete from yearly_revenue using touched where yearly_revenue.customer_id = touched.customer_id`
	);
	await db.execute(sql`
		insert into yearly_revenue (customer_id, from_day, to_day, per_year_minor, basis, due_on)
		with line as (
			select revenue_line.customer_id, kind, reporting_minor, booked_on, served_from, served_to,
				-- Whole months count as months, so that February at the same price is not a smaller step.
				case
					when served_to = (served_from + make_interval(months => months))::date then months
					else (served_to - served_from) / 30.436875
				end as months,
				bool_or(kind = 'recurring' and reporting_minor > 0) over (partition by revenue_line.customer_id) as is_contract
			from revenue_line
			join touched on touched.customer_id = revenue_line.customer_id
			cross join lateral (
				select greatest(1,
					(extract(year from served_to) - extract(year from served_from)) * 12
					+ extract(month from served_to) - extract(month from served_from))::int as months
			) span
		),
		change as (
			select customer_id, served_from as day, reporting_minor * 12 / months as per_year, true as is_contract
			from line where is_contract and kind = 'recurring'
			union all
			select customer_id, served_to, -reporting_minor * 12 / months, true
			from line where is_contract and kind = 'recurring'
			union all
			select customer_id, booked_on, reporting_minor, false
			from line where not is_contract
			union all
			select customer_id, (booked_on + interval '12 months')::date, -reporting_minor, false
			from line where not is_contract
		),
		level as (
			select customer_id, day, is_contract,
				round(sum(sum(per_year)) over (partition by customer_id order by day))::bigint as per_year,
				lead(day) over (partition by customer_id order by day)                         as next_day
			from change
			group by customer_id, day, is_contract
		),
		bridged as (
			select customer_id, day, next_day, is_contract,
				case
					when is_contract and per_year = 0 and next_day - day <= ${daysOfGrace}::int
						then lag(per_year) over (partition by customer_id order by day)
					else per_year
				end as per_year
			from level
		),
		stretch as (
			select *, count(*) filter (where starts) over (partition by customer_id order by day) as number
			from (
				select *, per_year is distinct from lag(per_year) over (partition by customer_id order by day) as starts
				from bridged
			) marked
		),
		step as (
			select customer_id, min(day) as from_day, max(next_day) as to_day, per_year, is_contract,
				bool_or(next_day is null) as is_last
			from stretch
			group by customer_id, number, per_year, is_contract
		),
		closing as (
			-- The level after the last change is nothing; the step before it is open while its renewal is not late.
			select *, lead(is_last and per_year = 0, 1, false) over (partition by customer_id order by from_day) as is_final
			from step
		)
		select
			customer_id, from_day,
			case when is_contract and is_final and to_day + ${daysOfGrace}::int > ${revenueThrough}::date then 'infinity' else to_day end,
			per_year,
			case when is_contract then 'recurring' else 'bought in the last year' end,
			case when is_contract and is_final and to_day + ${daysOfGrace}::int > ${revenueThrough}::date then to_day end
		from closing
		where per_year <> 0 and to_day is not null
	`);
}

/** Adds the customers whose paid term has meanwhile ended without a renewal. */
export const touchOverdue = (db: Db, revenueThrough: string) =>
	db.execute(sql`
		insert into touched
		select distinct customer_id from yearly_revenue where due_on + ${daysOfGrace}::int <= ${revenueThrough}::date
		on conflict do nothing
	`);

/** Revenue by month: each line spread evenly over the days it serves; refunds and credits when they were booked. */
export async function readCustomerMonths(db: Db) {
	await db.execute(
		sql`delete from customer_month using touched where customer_month.customer_id = touched.customer_id`
	);
	await db.execute(sql`
		insert into customer_month (customer_id, month, recurring_minor, one_time_minor, given_back_minor)
		select customer_id, month,
			coalesce(sum(minor) filter (where kind = 'recurring'), 0),
			coalesce(sum(minor) filter (where kind = 'one-time'), 0),
			coalesce(sum(minor) filter (where kind in ('refund', 'credit')), 0)
		from (
			select line.customer_id, line.kind, part.month,
				-- Shares are cut from the running total, so that the months of a line add up to it exactly.
				round(line.reporting_minor * part.days_to / days)::bigint - round(line.reporting_minor * part.days_from / days)::bigint as minor
			from (
				select revenue_line.*,
					case when kind in ('refund', 'credit') then booked_on     else served_from end as counts_from,
					case when kind in ('refund', 'credit') then booked_on + 1 else served_to   end as counts_to
				from revenue_line
				join touched on touched.customer_id = revenue_line.customer_id
			) line
			cross join lateral (select (counts_to - counts_from)::numeric as days) whole
			cross join lateral (
				select first_day::date as month,
					greatest(0, first_day::date - counts_from)                                      as days_from,
					least(counts_to, (first_day + interval '1 month')::date) - counts_from          as days_to
				from generate_series(date_trunc('month', counts_from), counts_to - 1, interval '1 month') first_day
			) part
		) share
		group by customer_id, month
	`);
}

/** How each customer is counted, and since when they pay nothing any more. */
export async function readStandings(db: Db) {
	await db.execute(
		sql`delete from customer_standing using touched where customer_standing.customer_id = touched.customer_id`
	);
	await db.execute(sql`
		insert into customer_standing (customer_id, segment, region, plan, subscribes, lost_on)
		select customer.id, coalesce(segment, ''), coalesce(region, ''), coalesce(plan, ''), coalesce(paid.subscribes, false),
			coalesce(nullif(paid.until, 'infinity'), case when paid.until is null then ended_on end)
		from customer
		join touched on touched.customer_id = customer.id
		left join lateral (
			select max(to_day) as until, bool_or(basis = 'recurring') as subscribes
			from yearly_revenue
			where yearly_revenue.customer_id = customer.id and per_year_minor > 0
		) paid on true
	`);
}
