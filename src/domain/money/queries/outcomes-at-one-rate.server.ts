import { sql } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';
import { row } from '#platform/db/rows.ts';
import { rateOn } from './base-rates.server.ts';
import { amountAsPaid, currencyOf } from './currency-steps.server.ts';
import { servedWithin } from './refresh-outcomes.server.ts';

/*
 * What a customer paid before and after an answer at one rate, that of its day: for those who ever paid in another currency.
 * Of all others it is what was booked, and nothing here costs anything where there is nobody else.
 */

/** Those of the touched who did. */
const payers = sql`(select distinct customer_id from currency_month join touched using (customer_id))`;

export const anybodyPaysInAnother = async (db: Db): Promise<boolean> =>
	(await row<{ any: boolean }>(db, sql`select exists (select from currency_month) as "any"`)).any;

/** Puts it in the place of what was booked, and keeps beside it what it is made of. */
export async function readOutcomesAtOneRate(db: Db, reportingCurrency: string): Promise<void> {
	await db.execute(
		sql`delete from answer_currency using touched where answer_currency.customer_id = touched.customer_id`
	);
	if (!(await anybodyPaysInAnother(db))) return;
	await readByCurrency(db, reportingCurrency);
	await putInPlace(db);
}

/** As `readOutcomes` does, but each currency for itself and unconverted. */
const readByCurrency = (db: Db, reportingCurrency: string) =>
	db.execute(sql`
		insert into answer_currency
			(customer_id, response_id, currency, revenue_minor, before_minor, per_year_then_minor, per_year_after_minor)
		with payer as materialized (select customer_id from ${payers} payer),
		dated as materialized (
			select customer_id, response_id, answered_on as day,
				(answered_on + interval '12 months')::date as year_after,
				(answered_on - interval '12 months')::date as year_before
			from answer_outcome
			join payer using (customer_id)
		),
		line as (
			select customer_id, served_from, served_to, ${amountAsPaid} as minor, ${currencyOf(reportingCurrency)} as currency
			from revenue_line
			join payer using (customer_id)
		),
		part as (
			select customer_id, response_id, currency,
				${servedWithin(sql`minor`, sql`day`, sql`year_after`)}  as after,
				${servedWithin(sql`minor`, sql`year_before`, sql`day`)} as before,
				0 as per_year_then, 0 as per_year_after
			from dated
			join line using (customer_id)
			where served_to > year_before + 1 and served_from <= year_after
			group by customer_id, response_id, currency
			union all
			select customer_id, response_id, currency, 0, 0,
				case when from_day <= day        and to_day > day        then per_year_minor else 0 end,
				case when from_day <= year_after and to_day > year_after then per_year_minor else 0 end
			from dated
			join currency_step using (customer_id)
			where from_day <= year_after and to_day > day
		)
		select customer_id, response_id, currency, round(sum(after)), round(sum(before)), sum(per_year_then), sum(per_year_after)
		from part
		group by customer_id, response_id, currency
	`);

/** Where refunds outweigh purchases somebody pays nothing, rather than less. */
const putInPlace = (db: Db) =>
	db.execute(sql`
		update answer_outcome outcome
		set revenue_minor = at_one_rate.after, before_minor = at_one_rate.before,
			per_year_then_minor = greatest(0, at_one_rate.per_year_then),
			per_year_after_minor = greatest(0, at_one_rate.per_year_after)
		from (
			select booked.customer_id, booked.response_id,
				coalesce(sum(round(own.revenue_minor * factor)), 0)        as after,
				coalesce(sum(round(own.before_minor * factor)), 0)         as before,
				coalesce(sum(round(own.per_year_then_minor * factor)), 0)  as per_year_then,
				coalesce(sum(round(own.per_year_after_minor * factor)), 0) as per_year_after
			from answer_outcome booked
			join ${payers} payer using (customer_id)
			left join answer_currency own using (customer_id, response_id)
			left join ${rateOn(sql`own.currency`, sql`answered_on`)} rate on true
			group by 1, 2
		) at_one_rate
		where outcome.customer_id = at_one_rate.customer_id and outcome.response_id = at_one_rate.response_id
	`);
