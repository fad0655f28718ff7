import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';

/** What the customer paid a year on a day; nothing rather than less when refunds outweigh purchases. */
const paidAYear = (day: SQL) => sql`coalesce((
	select greatest(0, per_year_minor) from yearly_revenue step
	where step.customer_id = dated.customer_id and from_day <= ${day} and to_day > ${day}
), 0)`;

/** The part of a line's `minor` that serves the days after `from` up to and with `to`; lines wholly within are summed as they are. */
export const servedWithin = (minor: SQL, from: SQL, to: SQL) => sql`
	coalesce(sum(${minor}) filter (where served_from > ${from} and served_to <= ${to} + 1), 0)
	+ coalesce(sum(
		${minor} * (least(served_to, ${to} + 1) - greatest(served_from, ${from} + 1))::numeric / (served_to - served_from)
	) filter (where (served_from <= ${from} or served_to > ${to} + 1) and served_to > ${from} + 1 and served_from <= ${to}), 0)
`;

/**
 * What happened to a customer's money in the twelve months after each scored answer, and who the customer was when they
 * gave it. The window starts the day after the answer. A refund counts against the period it gives back, or a late
 * refund would punish a later score.
 */
export async function readOutcomes(db: Db, zone: string) {
	await db.execute(
		sql`delete from answer_outcome using touched where answer_outcome.customer_id = touched.customer_id`
	);
	await db.execute(sql`
		insert into answer_outcome
			(customer_id, response_id, series, score, answered_on, is_first, heard_until, counts_from, previous_counts_from,
			 followed_from, followed_to, counts_to, revenue_minor,
			 per_year_then_minor, per_year_after_minor, bought_again_on, tenure_months, before_minor, previous_score)
		with answer as (
			select response.customer_id, response.id, survey.series, response.score, customer.started_on,
				(responded_at at time zone ${zone})::date as day,
				row_number() over in_order as number,
				lead((responded_at at time zone ${zone})::date) over in_order as next_day,
				lag((responded_at at time zone ${zone})::date) over in_order as day_before,
				lag(response.score) over of_person as previous_score,
				lag((responded_at at time zone ${zone})::date) over of_person as previous_day
			from response
			join touched on touched.customer_id = response.customer_id
			join customer on customer.id = response.customer_id
			join survey on survey.id = response.survey_id
			where score is not null
			window
				in_order as (partition by response.customer_id, survey.series order by responded_at, received_at, response.id),
				of_person as (
					partition by response.customer_id, survey.series, response.contact_id
					order by responded_at, received_at, response.id
				)
		),
		dated as (
			select *,
				(day + interval '12 months')::date                         as year_after,
				(day - interval '12 months')::date                         as year_before,
				-- The month in which the twelfth month after the answer is complete.
				date_trunc('month', day + interval '12 months')::date      as counts_from,
				date_trunc('month', day_before + interval '12 months')::date as previous_counts_from,
				date_trunc('month', next_day + interval '12 months')::date as next_counts_from
			from answer
		),
		paid as (
			select dated.customer_id, dated.id,
				${servedWithin(sql`reporting_minor`, sql`day`, sql`year_after`)}  as after,
				${servedWithin(sql`reporting_minor`, sql`year_before`, sql`day`)} as before
			from dated
			join revenue_line on revenue_line.customer_id = dated.customer_id
			where served_to > year_before + 1 and served_from <= year_after
			group by dated.customer_id, dated.id
		)
		select dated.customer_id, dated.id, series, score, day, number = 1, least(next_day, year_after), counts_from,
			previous_counts_from, greatest(counts_from, (previous_counts_from + interval '24 months')::date),
			(counts_from + interval '24 months')::date,
			least(next_counts_from, (counts_from + interval '24 months')::date),
			round(coalesce(after, 0)),
			${paidAYear(sql`day`)},
			${paidAYear(sql`year_after`)},
			case when number = 1 then (
				select min(booked_on) from revenue_line later
				where later.customer_id = dated.customer_id and booked_on > day and reporting_minor > 0
			) end,
			greatest(0, extract(year from age(day, started_on)) * 12 + extract(month from age(day, started_on))),
			round(coalesce(before, 0)),
			case when previous_day > year_before then previous_score end
		from dated
		left join paid on paid.customer_id = dated.customer_id and paid.id = dated.id
	`);
}
