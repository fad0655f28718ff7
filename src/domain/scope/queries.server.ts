import { sql } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';
import { rows } from '#platform/db/rows.ts';
import type { ExchangeRate, Organisation } from './organisation.ts';

export const selectOrganisation = async (db: Db): Promise<Organisation | null> =>
	(
		await rows<Organisation>(
			db,
			sql`
				select name, time_zone as "timeZone", reporting_currency as "reportingCurrency", margin::float8,
					json_build_object('weekday', closes_on, 'at', to_char(closes_at, 'HH24:MI')) as "closing",
					fiscal_year_starts_in as "fiscalYearStartsIn", provisional, demo_since as "demoSince"
				from organisation
			`
		)
	)[0] ?? null;

export const upsertOrganisation = (
	db: Db,
	{ name, timeZone, reportingCurrency, margin, closing, fiscalYearStartsIn, provisional, demoSince }: Organisation
) =>
	db.execute(sql`
		insert into organisation
			(id, name, time_zone, reporting_currency, margin, closes_on, closes_at, fiscal_year_starts_in, provisional,
			 demo_since)
		values (1, ${name}, ${timeZone}, ${reportingCurrency}, ${margin}, ${closing.weekday}, ${closing.at}::time,
			${fiscalYearStartsIn}, ${provisional}, ${demoSince?.toISOString() ?? null})
		on conflict (id) do update set
			name                  = excluded.name,
			time_zone             = excluded.time_zone,
			reporting_currency    = excluded.reporting_currency,
			margin                = excluded.margin,
			closes_on             = excluded.closes_on,
			closes_at             = excluded.closes_at,
			fiscal_year_starts_in = excluded.fiscal_year_starts_in,
			provisional           = excluded.provisional,
			demo_since            = excluded.demo_since
	`);

export const selectRates = (db: Db) =>
	rows<ExchangeRate>(
		db,
		sql`
			select currency, from_day as "fromDay", reporting_per_unit::text as "reportingPerUnit"
			from exchange_rate
			order by currency, from_day
		`
	);

export const upsertRate = (db: Db, { currency, fromDay, reportingPerUnit }: ExchangeRate) =>
	db.execute(sql`
		insert into exchange_rate (currency, from_day, reporting_per_unit)
		values (${currency}, ${fromDay}, ${reportingPerUnit}::numeric)
		on conflict (currency, from_day) do update set reporting_per_unit = excluded.reporting_per_unit
	`);

export const deleteRates = (db: Db) => db.execute(sql`delete from exchange_rate`);
