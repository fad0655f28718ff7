import { sql } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';
import { row, rows } from '#platform/db/rows.ts';

/** The currencies in which customers paid. */
export const currenciesPaidIn = async (db: Db): Promise<string[]> =>
	(await rows<{ currency: string }>(db, sql`select distinct currency from revenue_line order by currency`)).map(
		({ currency }) => currency
	);

/** Converts every line of a currency anew, at the latest rate of the day it was booked or before. Returns how many changed. */
export const reconvert = async (db: Db, currency: string, minorUnitsShift: number): Promise<number> =>
	(
		await row<{ changed: number }>(
			db,
			sql`
				with converted as (
					select line.customer_id, line.id,
						round(line.amount_minor * rate.reporting_per_unit * power(10::numeric, ${minorUnitsShift}::int))::bigint as minor
					from revenue_line line
					cross join lateral (
						select reporting_per_unit
						from exchange_rate
						where exchange_rate.currency = line.currency and from_day <= line.booked_on
						order by from_day desc
						limit 1
					) rate
					where line.currency = ${currency}
				),
				changed as (
					update revenue_line line set reporting_minor = converted.minor
					from converted
					where line.customer_id = converted.customer_id and line.id = converted.id and line.reporting_minor <> converted.minor
					returning line.id
				)
				select count(*)::int as "changed" from changed
			`
		)
	).changed;

/** Takes every line as it is, since all are in the reporting currency. */
export const leaveUnconverted = (db: Db) =>
	db.execute(sql`update revenue_line set reporting_minor = amount_minor where reporting_minor <> amount_minor`);
