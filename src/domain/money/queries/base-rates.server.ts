import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';
import { rows } from '#platform/db/rows.ts';
import { minorUnitsOf } from '#ui/format/currency.ts';
import { organisationOf } from '../../scope/server.ts';
import type { BaseRate } from '../constant-rates.ts';
import { mondayOf } from './month-number.server.ts';

/*
 * The rates of retention. At the end of each week what was paid twelve months before, and what those customers pay now,
 * both count at the latest rate of the day twelve months before; a rate moves on to that week as a step of revenue does.
 */

/** Rates as they are set now, by the weeks whose base they count for. Without any, not even the reporting currency is told. */
async function ratesNow(db: Db): Promise<SQL> {
	const { reportingCurrency } = await organisationOf(db);
	const rated = await rows<{ currency: string }>(
		db,
		sql`select distinct currency from exchange_rate where currency <> ${reportingCurrency} order by currency`
	);
	const decimals = (currency: string) => minorUnitsOf(currency) ?? 2;
	const shifts = rated.map(({ currency }) => decimals(reportingCurrency) - decimals(currency));
	return sql`
		with unit as (
			select currency, power(10::numeric, shift) as size
			from unnest(${`{${rated.map(({ currency }) => currency).join(',')}}`}::char(3)[], ${`{${shifts.join(',')}}`}::int[])
				as unit (currency, shift)
		),
		dated as (
			select distinct on (currency, week) currency, week, from_day, reporting_per_unit * size as factor
			from exchange_rate
			join unit using (currency)
			cross join lateral (select ${mondayOf(sql`(from_day + interval '12 months')::date`)} as week) base
			order by currency, week, from_day desc
		),
		earliest as (
			select distinct on (currency) currency, week, from_day, factor from dated order by currency, week
		)
		select currency, week, coalesce(lead(week) over (partition by currency order by week), 'infinity') as until,
			from_day, factor, true as is_known
		from dated
		union all
		select currency, '-infinity', week, from_day, factor, false from earliest
		union all
		select ${reportingCurrency}::char(3), '-infinity', 'infinity', '-infinity', 1, true where exists (select from unit)
	`;
}

/** Keeps the rates that the cells are about to be made by. */
export async function keepBaseRates(db: Db): Promise<void> {
	await db.execute(sql`delete from base_rate`);
	await db.execute(sql`
		insert into base_rate (currency, week, until, from_day, factor, is_known) ${await ratesNow(db)}
	`);
}

/** Adds whoever pays in a currency whose rates are others than those the cells were made by. */
export async function touchRerated(db: Db): Promise<void> {
	await db.execute(sql`
		insert into touched
		with fresh as (${await ratesNow(db)}),
		kept as (select currency, week, until, from_day, factor, is_known from base_rate),
		changed as (
			select currency from (select * from fresh except select * from kept) added
			union
			select currency from (select * from kept except select * from fresh) gone
		)
		select distinct customer_id, false, true from currency_step where currency in (select currency from changed)
		on conflict (customer_id) do update set paid = true
	`);
}

/** The rates of the currencies that anybody pays or paid in, at the end of the week. */
export const selectBaseRates = (db: Db, week: string) =>
	rows<BaseRate>(
		db,
		sql`
			select base_rate.currency, reporting_per_unit::float8 as "reportingPerUnit", base_rate.from_day::text as "fromDay",
				is_known as "isKnown"
			from base_rate
			join exchange_rate using (currency, from_day)
			where week <= ${week} and until > ${week}
			  and exists (select from currency_step where currency_step.currency = base_rate.currency)
			order by currency
		`
	);
