import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';
import { row } from '#platform/db/rows.ts';
import { countedLines, daysOfGrace } from './counted-lines.server.ts';
import { readCurrencyMonths } from './refresh-months.server.ts';

/*
 * Who paid in another currency, and how much in which. Where there are no rates nobody did, and nothing here costs
 * anything.
 */

const empty = (db: Db, table: SQL) =>
	db.execute(sql`delete from ${table} using touched_paid touched where ${table}.customer_id = touched.customer_id`);

const hasRates = async (db: Db): Promise<boolean> =>
	(await row<{ any: boolean }>(db, sql`select exists (select from base_rate) as "any"`)).any;

/** A currency that nobody ever said the worth of counts as it was booked. */
const isRated = sql`currency in (select currency from base_rate)`;

/** The currency in which a line is told, and how much it is in that: what nobody said the worth of counts as booked. */
export const amountAsPaid = sql`case when ${isRated} then amount_minor else reporting_minor end`;
export const currencyOf = (reportingCurrency: string): SQL =>
	sql`case when ${isRated} then currency else ${reportingCurrency} end`;

/** Lists the touched customers who ever paid in another currency as `currency_payer`; whether there are any. */
async function listPayers(db: Db, reportingCurrency: string): Promise<boolean> {
	if (!(await hasRates(db))) return false;
	await db.execute(sql`drop table if exists currency_payer`);
	await db.execute(sql`
		create temporary table currency_payer on commit drop as
		select distinct customer_id
		from revenue_line
		join touched_paid using (customer_id)
		where currency <> ${reportingCurrency} and ${isRated}
	`);
	await db.execute(sql`analyze currency_payer`);
	return (await row<{ any: boolean }>(db, sql`select exists (select from currency_payer) as "any"`)).any;
}

type Books = { revenueThrough: string; reportingCurrency: string };

/** Reads anew what the touched customers paid in which currency; after their months, whose spans of days it shares. */
export async function readCurrencies(db: Db, books: Books): Promise<void> {
	await empty(db, sql`currency_step`);
	await empty(db, sql`currency_month`);
	if (!(await listPayers(db, books.reportingCurrency))) return;
	await readCurrencySteps(db, books);
	await readCurrencyMonths(db, {
		of: sql`currency_payer`,
		minor: amountAsPaid,
		currency: currencyOf(books.reportingCurrency)
	});
}

/**
 * Reads their steps, as `readYearlyRevenue` does, but each currency for itself and unconverted. A customer pays as long as
 * they pay in any: a gap is one where nothing is paid in all of them.
 */
async function readCurrencySteps(db: Db, { revenueThrough, reportingCurrency }: Books): Promise<void> {
	await db.execute(sql`
		insert into currency_step (customer_id, currency, from_day, to_day, per_year_minor, due_on)
		with
		${countedLines({
			of: sql`currency_payer`,
			amount: amountAsPaid,
			told: sql`, ${currencyOf(reportingCurrency)} as currency`
		})},
		change as (
			select customer_id, is_contract, currency, case by when 1 then counts_from else counts_to end as day,
				sum(by * per_year) as moved
			from line
			cross join (values (1), (-1)) as moved (by)
			group by 1, 2, 3, 4
		),
		-- Every day on which anything moves, in each of the customer's currencies.
		level as (
			select customer_id, is_contract, day, currency, coalesce(moved, 0) as moved,
				round(sum(coalesce(moved, 0)) over (partition by customer_id, currency order by day))::bigint as per_year
			from (select distinct customer_id, is_contract, day from change) turn
			join (select distinct customer_id, currency from change) paid using (customer_id)
			left join change using (customer_id, is_contract, day, currency)
		),
		weighed as (
			select *, bool_and(per_year = 0) over together as is_nothing, bool_or(moved <> 0) over together as moves
			from level
			window together as (partition by customer_id, day)
		),
		telling as (
			select customer_id, is_contract, day, currency, per_year, is_nothing,
				lead(day) over (partition by customer_id, currency order by day) as next_day
			from weighed
			where moves or is_nothing
		),
		bridged as (
			select customer_id, is_contract, day, next_day, currency,
				case
					when is_contract and is_nothing and next_day - day <= ${daysOfGrace}::int
						then lag(per_year) over (partition by customer_id, currency order by day)
					else per_year
				end as per_year
			from telling
		),
		stretch as (
			select *, count(*) filter (where starts) over (partition by customer_id, currency order by day) as number
			from (
				select *,
					per_year is distinct from lag(per_year) over (partition by customer_id, currency order by day) as starts,
					max(next_day) filter (where per_year <> 0) over (partition by customer_id) as ended_on
				from bridged
			) marked
		),
		step as (
			select customer_id, currency, min(day) as from_day, max(next_day) as to_day, per_year,
				-- Whatever is paid up to the last day of all is open while its renewal is not late.
				is_contract and max(next_day) = ended_on and ended_on + ${daysOfGrace}::int > ${revenueThrough}::date as is_open
			from stretch
			group by customer_id, currency, number, per_year, is_contract, ended_on
		)
		select customer_id, currency, from_day, case when is_open then 'infinity' else to_day end, per_year,
			case when is_open then to_day end
		from step
		where per_year <> 0 and to_day is not null
	`);
}
