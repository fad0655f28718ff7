import { sql } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';
import { row } from '#platform/db/rows.ts';
import { countedLines, daysOfGrace } from './counted-lines.server.ts';

/*
 * Who paid in another currency, and how much in which. Where there are no rates nobody did, and nothing here costs
 * anything.
 */

const hasRates = async (db: Db): Promise<boolean> =>
	(await row<{ any: boolean }>(db, sql`select exists (select from base_rate) as "any"`)).any;

/** A currency that nobody ever said the worth of counts as it was booked. */
const isRated = sql`currency in (select currency from base_rate)`;

/**
 * Reads the steps of the touched customers anew, as `readYearlyRevenue` does, but each currency for itself and unconverted.
 * A customer pays as long as they pay in any: a gap is one where nothing is paid in all of them.
 */
export async function readCurrencySteps(
	db: Db,
	{ revenueThrough, reportingCurrency }: { revenueThrough: string; reportingCurrency: string }
): Promise<void> {
	await db.execute(
		sql`delete from currency_step using touched_paid touched where currency_step.customer_id = touched.customer_id`
	);
	if (!(await hasRates(db))) return;
	await db.execute(sql`
		insert into currency_step (customer_id, currency, from_day, to_day, per_year_minor, due_on)
		with payer as materialized (
			select distinct customer_id
			from revenue_line
			join touched_paid using (customer_id)
			where currency <> ${reportingCurrency} and ${isRated}
		),
		${countedLines({
			of: sql`payer`,
			amount: sql`case when ${isRated} then amount_minor else reporting_minor end`,
			told: sql`, case when ${isRated} then currency else ${reportingCurrency} end as currency`
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
