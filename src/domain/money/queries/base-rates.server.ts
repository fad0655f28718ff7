import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';
import { rows } from '#platform/db/rows.ts';
import { minorUnitsOf } from '#ui/format/currency.ts';
import { organisationOf } from '../../scope/server.ts';
import type { BaseRate } from '../constant-rates.ts';
import { mondayOf } from './month-number.server.ts';

/*
 * The rates at which money in other currencies is compared. In retention, at the end of each week what was paid twelve
 * months before, and what those customers pay now, both count at the latest rate of the day twelve months before; a rate
 * moves on to that week as a step of revenue does. Around an answer it is the latest rate of its day.
 */

/** Rates as they are set now. Without any, not even the reporting currency is told. */
async function ratesNow(db: Db): Promise<{ ofWeeks: SQL; ofDays: SQL }> {
	const { reportingCurrency } = await organisationOf(db);
	const rated = await rows<{ currency: string }>(
		db,
		sql`select distinct currency from exchange_rate where currency <> ${reportingCurrency} order by currency`
	);
	const decimals = (currency: string) => minorUnitsOf(currency) ?? 2;
	const shifts = rated.map(({ currency }) => decimals(reportingCurrency) - decimals(currency));
	const unit = sql`
		unit as (
			select currency, power(10::numeric, shift) as size
			from unnest(${`{${rated.map(({ currency }) => currency).join(',')}}`}::char(3)[], ${`{${shifts.join(',')}}`}::int[])
				as unit (currency, shift)
		)
	`;
	return { ofWeeks: ratesOfWeeks(unit, reportingCurrency), ofDays: ratesOfDays(unit, reportingCurrency) };
}

/** By the day from which they count; before the first day, the first. */
const ratesOfDays = (unit: SQL, reportingCurrency: string): SQL => sql`
	with ${unit},
	dated as (
		select currency, from_day, reporting_per_unit * size as factor from exchange_rate join unit using (currency)
	)
	select currency, from_day, factor, true as is_known from dated
	union all
	(select distinct on (currency) currency, '-infinity'::date, factor, false from dated order by currency, from_day)
	union all
	select ${reportingCurrency}::char(3), '-infinity', 1, true where exists (select from unit)
`;

/** By the weeks whose base they count for. */
const ratesOfWeeks = (unit: SQL, reportingCurrency: string): SQL => sql`
	with ${unit},
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

/** Keeps the rates that everything is about to be made by. */
export async function keepRates(db: Db): Promise<void> {
	const { ofWeeks, ofDays } = await ratesNow(db);
	await db.execute(sql`delete from base_rate`);
	await db.execute(sql`insert into base_rate (currency, week, until, from_day, factor, is_known) ${ofWeeks}`);
	await db.execute(sql`delete from day_rate`);
	await db.execute(sql`insert into day_rate (currency, from_day, factor, is_known) ${ofDays}`);
}

/** What a currency counts for on a day, to be joined: found by its key, however many days have a rate of their own. */
export const rateOn = (currency: SQL, day: SQL): SQL => sql`
	lateral (
		select factor, is_known from day_rate
		where day_rate.currency = ${currency} and day_rate.from_day <= ${day}
		order by day_rate.from_day desc
		limit 1
	)
`;

/**
 * Adds whoever pays in a currency whose rates are others than those the sums were made by. Rates of days tell more than
 * those of weeks, which follow from them.
 */
export async function touchRerated(db: Db): Promise<void> {
	await db.execute(sql`
		insert into touched
		with fresh as (${(await ratesNow(db)).ofDays}),
		kept as (select currency, from_day, factor, is_known from day_rate),
		changed as (
			select currency from (select * from fresh except select * from kept) added
			union
			select currency from (select * from kept except select * from fresh) gone
		)
		select customer_id, false, true from currency_step where currency in (select currency from changed)
		union
		select customer_id, false, true from currency_month where currency in (select currency from changed)
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
