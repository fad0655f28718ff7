import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';

/*
 * What is kept per customer and answer, read anew for the customers in the temporary table `touched`, after their steps
 * of yearly revenue.
 */

/** What the customer paid a year on a day; nothing rather than less when refunds outweigh purchases. */
const paidAYear = (day: SQL) => sql`coalesce((
	select greatest(0, per_year_minor) from yearly_revenue step
	where step.customer_id = dated.customer_id and from_day <= ${day} and to_day > ${day}
), 0)`;

/**
 * What happened to a customer's money in the twelve months after each scored answer. The window starts the day after
 * the answer. A refund counts against the period it gives back, or a late refund would punish a later score.
 */
export async function readOutcomes(db: Db, zone: string) {
	await db.execute(
		sql`delete from answer_outcome using touched where answer_outcome.customer_id = touched.customer_id`
	);
	await db.execute(sql`
		insert into answer_outcome
			(customer_id, response_id, series, score, answered_on, is_first, heard_until, counts_from, counts_to, revenue_minor,
			 per_year_then_minor, per_year_after_minor, bought_again_on)
		with answer as (
			select response.customer_id, response.id, survey.series, response.score,
				(responded_at at time zone ${zone})::date as day,
				row_number() over in_order as number,
				lead((responded_at at time zone ${zone})::date) over in_order as next_day
			from response
			join touched on touched.customer_id = response.customer_id
			join survey on survey.id = response.survey_id
			where score is not null
			window in_order as (
				partition by response.customer_id, survey.series order by responded_at, received_at, response.id
			)
		),
		dated as (
			select *,
				(day + interval '12 months')::date                         as until,
				-- The month in which the twelfth month after the answer is complete.
				date_trunc('month', day + interval '12 months')::date      as counts_from,
				date_trunc('month', next_day + interval '12 months')::date as next_counts_from
			from answer
		),
		paid as (
			select dated.customer_id, dated.id,
				sum(reporting_minor) filter (where served_from > day and served_to <= until + 1) as wholly_within,
				sum(
					reporting_minor * (least(served_to, until + 1) - greatest(served_from, day + 1))::numeric / (served_to - served_from)
				) filter (where served_from <= day or served_to > until + 1) as partly_within
			from dated
			join revenue_line on revenue_line.customer_id = dated.customer_id
			where served_to > day + 1 and served_from <= until
			group by dated.customer_id, dated.id
		)
		select dated.customer_id, dated.id, series, score, day, number = 1, least(next_day, until), counts_from,
			least(next_counts_from, (counts_from + interval '24 months')::date),
			round(coalesce(wholly_within, 0) + coalesce(partly_within, 0)),
			${paidAYear(sql`day`)},
			${paidAYear(sql`until`)},
			case when number = 1 then (
				select min(booked_on) from revenue_line later
				where later.customer_id = dated.customer_id and booked_on > day and reporting_minor > 0
			) end
		from dated
		left join paid on paid.customer_id = dated.customer_id and paid.id = dated.id
	`);
}

/** A term of more days than this was paid for ahead, and its end is a renewal. */
const daysOfAQuarter = 92;
const daysAhead = 90;

/** Terms paid ahead, and when they were due: until they ended, or the line that follows on them was booked. */
export async function readPaidTerms(db: Db) {
	await db.execute(sql`delete from paid_term using touched where paid_term.customer_id = touched.customer_id`);
	await db.execute(sql`
		insert into paid_term (customer_id, line_id, from_day, to_day, due_from, due_until, per_year_minor)
		select customer_id, id, served_from, served_to, due_from, greatest(due_from, least(served_to, renewed_on)), per_year
		from (
			select line.customer_id, id, served_from, served_to,
				greatest(served_from, served_to - ${daysAhead}::int)                  as due_from,
				-- Whole months count as months, as in the steps of yearly revenue.
				round(reporting_minor * 12 / case
					when served_to = (served_from + make_interval(months => months))::date then months
					else (served_to - served_from) / 30.436875
				end)::bigint as per_year,
				(
					select min(booked_on) from revenue_line next
					where next.customer_id = line.customer_id and next.kind = 'recurring' and next.id <> line.id
					  and next.served_from between line.served_to - 1 and line.served_to + 30 and next.reporting_minor > 0
				) as renewed_on
			from revenue_line line
			join touched on touched.customer_id = line.customer_id
			cross join lateral (
				select greatest(1,
					(extract(year from served_to) - extract(year from served_from)) * 12
					+ extract(month from served_to) - extract(month from served_from))::int as months
			) span
			where kind = 'recurring' and reporting_minor > 0 and served_to - served_from > ${daysOfAQuarter}::int
		) term
	`);
}
