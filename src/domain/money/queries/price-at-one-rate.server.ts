import { sql } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';
import { rows } from '#platform/db/rows.ts';
import { inSlice } from '../../scope/slice-sql.server.ts';
import { rateOn } from './base-rates.server.ts';
import { answered, silentForAYear, silentOf } from './price.server.ts';
import type { Sampled } from './price.server.ts';

/*
 * What a price needs of those who ever paid in another currency beyond their outcomes, which are at the rate of the day of
 * each answer already.
 */

export type AtOneRate = {
	response: number;
	/** Revenue after the answer and before it at the rates of the day of the customer's first answer of these. */
	after: number;
	before: number;
	/** Revenue by month around the answer, at the rates of its day. */
	months: number[];
	minor: number[];
	/** False: all of it was paid in the reporting currency, or came from a time before or after. */
	isConverted: boolean;
	/** False: one of the currencies had no rate on the day of the answer. */
	isKnown: boolean;
};

export const selectAtOneRate = (db: Db, key: Sampled, reportingCurrency: string) =>
	rows<AtOneRate>(
		db,
		sql`
			with counted as materialized (
				select customer_id, response_id, answered_on, min(answered_on) over (partition by customer_id) as first_on
				from answer_outcome
				join customer_standing using (customer_id)
				where ${answered(key)} and ${inSlice(key.scope)} and customer_id % ${key.every}::int = 0
				  and customer_id in (select customer_id from currency_month)
			),
			of_answer as (
				select response_id, sum(round(revenue_minor * first.factor)) as after, sum(round(before_minor * first.factor)) as before,
					bool_or(own.currency <> ${reportingCurrency}) as is_converted, bool_and(day.is_known) as is_known
				from counted
				join answer_currency own using (customer_id, response_id)
				cross join ${rateOn(sql`own.currency`, sql`first_on`)} first
				cross join ${rateOn(sql`own.currency`, sql`answered_on`)} day
				group by response_id
			),
			-- Once for each answer, and not for each month around it.
			rated as materialized (
				select customer_id, response_id, answered_on, paid.currency, factor
				from counted
				join (select distinct customer_id, currency from currency_month) paid using (customer_id)
				cross join ${rateOn(sql`paid.currency`, sql`answered_on`)} day
			),
			of_month as (
				select response_id, month, sum(round(minor * factor)) as minor
				from rated
				join currency_month using (customer_id, currency)
				where month between date_trunc('month', answered_on) - interval '6 months'
				                and date_trunc('month', answered_on) + interval '12 months'
				group by response_id, month
			),
			around as (
				select response_id,
					array_agg((extract(year from month) * 12 + extract(month from month) - 1)::int order by month) as months,
					array_agg(minor::float8 order by month) as minor
				from of_month
				group by response_id
			)
			select response_id as "response", coalesce(after, 0)::bigint as "after", coalesce(before, 0)::bigint as "before",
				coalesce(months, '{}') as "months", coalesce(minor, '{}') as "minor",
				coalesce(is_converted, false) as "isConverted", coalesce(is_known, true) as "isKnown"
			from counted
			left join of_answer using (response_id)
			left join around using (response_id)
			order by response_id
		`
	);

export type SilentAtOneRate = { customer: number; perYear: number; after: number };

/** What they paid a year at the end of the month from which their twelve months count, and in these, at the rates of that day. */
export const selectSilentAtOneRate = (db: Db, key: Sampled) =>
	rows<SilentAtOneRate>(
		db,
		sql`
			with ${silentOf(key)},
			payer as materialized (
				select customer_id, month as seen_from, (month + interval '1 month')::date - 1 as day
				from silent
				where ${silentForAYear(key.asOf)} and customer_id in (select customer_id from currency_month)
			),
			part as (
				select customer_id, day, currency, per_year_minor as per_year, 0::bigint as after
				from payer
				join currency_step using (customer_id)
				where from_day <= day and to_day > day
				union all
				select customer_id, day, currency, 0, sum(minor)
				from payer
				join currency_month using (customer_id)
				where month > seen_from and month <= seen_from + interval '12 months'
				group by customer_id, day, currency
			)
			select customer_id as "customer", coalesce(sum(round(per_year * factor)), 0)::bigint as "perYear",
				coalesce(sum(round(after * factor)), 0)::bigint as "after"
			from payer
			left join part using (customer_id, day)
			left join ${rateOn(sql`part.currency`, sql`day`)} rate on true
			group by customer_id
			order by customer_id
		`
	);
