import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';
import { row } from '#platform/db/rows.ts';
import { mondayOf } from './month-number.server.ts';
import { intoCells, levels, ofAccounts } from './refresh-retention.server.ts';
import type { Counted } from './refresh-retention.server.ts';
import type { Sign } from './sign.ts';

/*
 * Retention at constant currency: for those who pay in another currency, what is to be added to the moves at the rates of
 * the days of booking. Nothing, where nobody does.
 */

/** The week in which what is paid on a day is what was paid twelve months before. */
const weekAYearOn = (day: SQL): SQL => mondayOf(sql`(${day} + interval '12 months')::date`);

/** By week, how what is paid now and what was paid before moves, from the steps of `table`. */
const changes = (table: SQL, touched: SQL, told: SQL): SQL => {
	const of = sql`from ${table} step join ${touched} touched on touched.customer_id = step.customer_id`;
	const one = sql`select step.customer_id${told}`;
	return sql`
		${one}, ${mondayOf(sql`from_day`)} as week, per_year_minor as now, 0::bigint as before ${of}
		union all
		${one}, ${mondayOf(sql`to_day`)}, -per_year_minor, 0 ${of} where to_day <> 'infinity'
		union all
		${one}, ${weekAYearOn(sql`from_day`)}, 0, per_year_minor ${of}
		union all
		${one}, ${weekAYearOn(sql`to_day`)}, 0, -per_year_minor ${of} where to_day <> 'infinity'
	`;
};

/**
 * What customers pay now and paid twelve months before, both at the rate of that day: each currency in between its steps
 * and its rates. Whoever never paid in another has it as it was booked. `unrated` counts currencies without a rate then.
 */
const levelsAtConstantRate = (touched: SQL, name: SQL = sql`level`): SQL => sql`
	amount as (
		select customer_id, currency, week, coalesce(lead(week) over walk, 'infinity') as until,
			(sum(sum(now)) over walk)::bigint    as now,
			(sum(sum(before)) over walk)::bigint as before
		from (${changes(sql`currency_step`, touched, sql`, currency`)}) change
		group by customer_id, currency, week
		window walk as (partition by customer_id, currency order by week)
	),
	converted as (
		select customer_id, greatest(amount.week, rate.week) as week, least(amount.until, rate.until) as until,
			round(now * factor)::bigint as now, round(before * factor)::bigint as before, (not is_known)::int as unrated
		from amount
		join base_rate rate on rate.currency = amount.currency and rate.week < amount.until and amount.week < rate.until
		where now <> 0 or before <> 0
	),
	${name} as (
		select customer_id, week,
			(sum(sum(now)) over walk)::bigint    as now,
			(sum(sum(before)) over walk)::bigint as before,
			(sum(sum(unrated)) over walk)::int   as unrated
		from (
			select customer_id, week, now, before, unrated from converted
			union all
			select customer_id, until, -now, -before, -unrated from converted where until <> 'infinity'
			union all
			select customer_id, week, now, before, 0
			from (${changes(sql`yearly_revenue`, touched, sql``)}) own
			where not exists (select from currency_step where currency_step.customer_id = own.customer_id)
		) change
		group by customer_id, week
		having sum(now) <> 0 or sum(before) <> 0 or sum(unrated) <> 0
		window walk as (partition by customer_id order by week)
	)
`;

const payers = sql`(select distinct customer_id from currency_step join touched_paid using (customer_id))`;

/** Whoever is of an account with somebody who pays in another currency; of all others both rates say the same. */
const inTheirFamilies = sql`(
	select distinct member.customer_id
	from currency_step
	join customer_account own using (customer_id)
	join customer_account member on member.account_id = own.account_id
	join touched_paid touched on touched.customer_id = member.customer_id
)`;

const unrated: Counted = { column: sql`customers_unrated`, is: sql`before > 0 and unrated > 0` };
const nobody: Counted = { column: sql`customers_unrated`, is: sql`false` };

const intoConstant = (by: SQL, level: SQL, counted = nobody): SQL => intoCells(sql`constant_cell`, by, level, counted);
const intoFamilies = (by: SQL, level: SQL): SQL => intoCells(sql`family_constant_cell`, by, level, nobody);

/** Puts in the moves at constant rates, and takes out those at the rates of booking; customers, then what makes accounts. */
const statements = (sign: Sign): SQL[] => {
	const [add, takeOut] = [sql`${sign}::int`, sql`-${sign}::int`];
	const members = sql`customer_level`;
	return [
		intoConstant(add, levelsAtConstantRate(payers), unrated),
		intoConstant(takeOut, levels(payers)),
		intoFamilies(add, ofAccounts(levelsAtConstantRate(inTheirFamilies, members))),
		intoFamilies(takeOut, ofAccounts(levels(inTheirFamilies, members))),
		intoFamilies(takeOut, levelsAtConstantRate(inTheirFamilies)),
		intoFamilies(add, levels(inTheirFamilies))
	];
};

export async function addToConstantCells(db: Db, sign: Sign): Promise<void> {
	const { any } = await row<{ any: boolean }>(db, sql`select exists (select from currency_step) as "any"`);
	if (any) for (const statement of statements(sign)) await db.execute(statement);
}
