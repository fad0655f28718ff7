import { sql } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';
import { rows } from '#platform/db/rows.ts';

type Months = { from: string; to: string };

/** A customer of a bet with what became of them in the months measured. */
export type Followed = {
	customerId: number;
	unit: string;
	gets: boolean;
	/** They paid on the first day, and on the last. */
	paidThen: boolean;
	paysAfter: boolean;
	/** What they paid a year on the first day. */
	perYearMinor: number;
	paid: number;
	before: number;
	score: number | null;
	nps: number | null;
};

const perYearOn = (day: ReturnType<typeof sql>) => sql`coalesce((
	select per_year_minor from yearly_revenue step
	where step.customer_id = member.customer_id and from_day <= ${day} and to_day > ${day}
), 0)`;

/** `before`: the first of as many months before the one of the start. `paysOn`: the day of the start. */
type Window = Months & { before: string; startsOn: string; paysOn: string; series: string | null; zone: string };

/** Who was taken back with their import is not there any more. */
export const selectFollowed = (db: Db, number: number, { from, to, before, startsOn, paysOn, series, zone }: Window) =>
	rows<Followed>(
		db,
		sql`
			with member as (
				select bet_member.customer_id, unit, gets
				from bet_member
				join customer on customer.id = bet_member.customer_id
				where bet_id = ${number}
			),
			money as (
				select customer_id,
					sum(recurring_minor + one_time_minor + given_back_minor) filter (where month >= ${from}::date)  as paid,
					sum(recurring_minor + one_time_minor + given_back_minor) filter (where month < ${startsOn}::date) as before
				from customer_month
				where month >= ${before}::date and month < ${to}::date and customer_id in (select customer_id from member)
				group by customer_id
			),
			answer as (
				select response.customer_id, avg(score)::float8 as score,
					avg(case when score >= 9 then 100 when score <= 6 then -100 else 0 end)::float8 as nps
				from response
				join survey on survey.id = response.survey_id
				where survey.series = ${series} and score is not null
				  and responded_at >= ${from}::date::timestamp at time zone ${zone}
				  and responded_at < ${to}::date::timestamp at time zone ${zone}
				  and response.customer_id in (select customer_id from member)
				group by response.customer_id
			)
			select member.customer_id as "customerId", unit, gets,
				${perYearOn(sql`${paysOn}::date`)} > 0     as "paidThen",
				${perYearOn(sql`(${to}::date - 1)`)} > 0   as "paysAfter",
				${perYearOn(sql`${paysOn}::date`)}::float8   as "perYearMinor",
				coalesce(paid, 0)::float8                  as "paid",
				coalesce(before, 0)::float8                as "before",
				score, nps
			from member
			left join money using (customer_id)
			left join answer using (customer_id)
			order by member.customer_id
		`
	);

/** What the members paid in each month, where it was anything. */
export const selectPaidByMonth = (db: Db, number: number, { from, to }: Months) =>
	rows<{ customerId: number; month: string; minor: number }>(
		db,
		sql`
			select customer_id as "customerId", month::text as "month",
				(recurring_minor + one_time_minor + given_back_minor)::float8 as "minor"
			from customer_month
			join bet_member using (customer_id)
			where bet_id = ${number} and month >= ${from}::date and month < ${to}::date
		`
	);

/** What the members answered, by month in the organisation's zone. */
export const selectAnswersByMonth = (
	db: Db,
	number: number,
	{ from, to, series, zone }: Months & { series: string; zone: string }
) =>
	rows<{ customerId: number; unit: string; gets: boolean; month: string; score: number }>(
		db,
		sql`
			select response.customer_id as "customerId", unit, gets, score,
				date_trunc('month', responded_at at time zone ${zone})::date::text as "month"
			from bet_member
			join response on response.customer_id = bet_member.customer_id
			join survey on survey.id = response.survey_id
			where bet_id = ${number} and survey.series = ${series} and score is not null
			  and responded_at >= ${from}::date::timestamp at time zone ${zone}
			  and responded_at < ${to}::date::timestamp at time zone ${zone}
		`
	);

/** Members who are still customers of ours with the values that a roll-out went by, and since when we have had them. */
export const selectStandings = (db: Db, number: number) =>
	rows<{
		customerId: number;
		unit: string;
		gets: boolean;
		segment: string;
		region: string;
		plan: string;
		startedOn: string;
	}>(
		db,
		sql`
			select customer_id as "customerId", unit, gets, standing.segment, standing.region, standing.plan,
				started_on::text as "startedOn"
			from bet_member
			join customer on customer.id = bet_member.customer_id
			join customer_standing standing using (customer_id)
			where bet_id = ${number}
			order by customer_id
		`
	);
