import { sql } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';
import { countedLines, daysOfGrace } from './counted-lines.server.ts';

/*
 * What is kept per customer, read anew from the raw rows of the customers in the temporary list `touched_paid`.
 * Order matters: steps, then standings and outcomes (which need the steps).
 */

/**
 * Steps of yearly revenue. Customers with recurring lines: each line's yearly rate over its service period, adjacent
 * and overlapping lines added up, gaps up to the grace bridged at the rate before. A paid term that ended less than
 * the grace before `revenueThrough`, or that has not ended, stays open. All others: what they bought in the
 * twelve months before.
 */
export async function readYearlyRevenue(db: Db, revenueThrough: string) {
	await db.execute(
		sql`delete from yearly_revenue using touched_paid touched where yearly_revenue.customer_id = touched.customer_id`
	);
	await db.execute(sql`
		insert into yearly_revenue (customer_id, from_day, to_day, per_year_minor, basis, due_on)
		with ${countedLines({ of: sql`touched_paid`, amount: sql`reporting_minor` })},
		change as (
			select customer_id, is_contract, case by when 1 then counts_from else counts_to end as day, by * per_year as per_year
			from line
			cross join (values (1), (-1)) as moved (by)
		),
		level as (
			select customer_id, day, is_contract, sum(per_year) as moved,
				round(sum(sum(per_year)) over (partition by customer_id order by day))::bigint as per_year
			from change
			group by customer_id, day, is_contract
			-- Most days only see one line take over from another at its price, at which nothing moves.
			having sum(per_year) <> 0 or not is_contract or bool_or(abs(per_year) < 1)
		),
		-- A renewal at the same price tells nothing, except in a gap, where it says how long the gap is.
		telling as (
			select customer_id, day, is_contract, per_year,
				lead(day) over (partition by customer_id order by day) as next_day
			from level
			where moved <> 0 or per_year = 0
		),
		bridged as (
			select customer_id, day, next_day, is_contract,
				case
					when is_contract and per_year = 0 and next_day - day <= ${daysOfGrace}::int
						then lag(per_year) over (partition by customer_id order by day)
					else per_year
				end as per_year
			from telling
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
		select customer_id, false, true from yearly_revenue where due_on + ${daysOfGrace}::int <= ${revenueThrough}::date
		union
		select customer_id, false, true from currency_step where due_on + ${daysOfGrace}::int <= ${revenueThrough}::date
		on conflict (customer_id) do update set paid = true
	`);

/** How each customer is counted, and since when they pay nothing any more. */
export async function readStandings(db: Db) {
	await db.execute(
		sql`delete from customer_standing using touched_paid touched where customer_standing.customer_id = touched.customer_id`
	);
	await db.execute(sql`
		insert into customer_standing (customer_id, segment, region, plan, came_by, subscribes, lost_on)
		select customer.id, coalesce(segment, ''), coalesce(region, ''), coalesce(plan, ''), came_by, coalesce(paid.subscribes, false),
			coalesce(nullif(paid.until, 'infinity'), case when paid.until is null then ended_on end)
		from customer
		join touched_paid touched on touched.customer_id = customer.id
		left join lateral (
			select max(to_day) as until, bool_or(basis = 'recurring') as subscribes
			from yearly_revenue
			where yearly_revenue.customer_id = customer.id and per_year_minor > 0
		) paid on true
	`);
}
