import { sql } from 'drizzle-orm';
import {
	boolean,
	char,
	check,
	date,
	integer,
	numeric,
	pgTable,
	primaryKey,
	smallint,
	text,
	time,
	timestamp
} from 'drizzle-orm/pg-core';

/** The one organisation this installation serves. Its calendar and currency are those of every figure. */
export const organisation = pgTable(
	'organisation',
	{
		id: integer().primaryKey().default(1),
		name: text().notNull(),
		/** IANA name: instants belong to days in this zone. */
		timeZone: text().notNull(),
		/** ISO 4217: every total is in this currency. */
		reportingCurrency: char({ length: 3 }).notNull(),
		/** Of one of revenue, what is left when what it takes to serve is paid; absent: not known. */
		margin: numeric({ precision: 5, scale: 4, mode: 'number' }),
		/** When a week that nobody has closed closes by itself, in the week after it: 1 is Monday, by the zone's clocks. */
		closesOn: smallint().notNull().default(7),
		closesAt: time({ precision: 0 }).notNull().default('23:59'),
		/** The first month of the fiscal year. */
		fiscalYearStartsIn: smallint().notNull().default(1),
		/** Nobody has settled the above yet: the first import may. */
		provisional: boolean().notNull().default(false),
		/** Set while the made-up company is shown, so that every page can say so. */
		demoSince: timestamp({ withTimezone: true }),
		createdAt: timestamp({ withTimezone: true }).notNull().defaultNow()
	},
	(organisation) => [
		check('margin_is_a_share', sql`${organisation.margin} > 0 and ${organisation.margin} <= 1`),
		check('closes_on_a_weekday', sql`${organisation.closesOn} between 1 and 7`),
		check('fiscal_year_starts_in_a_month', sql`${organisation.fiscalYearStartsIn} between 1 and 12`),
		check('one_organisation', sql`${organisation.id} = 1`),
		check('currency_is_iso', sql`${organisation.reportingCurrency} ~ '^[A-Z]{3}$'`)
	]
);

/** What one unit of a currency is worth in the reporting currency, from a day until the next row. */
export const exchangeRate = pgTable(
	'exchange_rate',
	{
		currency: char({ length: 3 }).notNull(),
		fromDay: date().notNull(),
		reportingPerUnit: numeric({ precision: 20, scale: 10 }).notNull()
	},
	(rate) => [
		primaryKey({ columns: [rate.currency, rate.fromDay] }),
		check('currency_is_iso', sql`${rate.currency} ~ '^[A-Z]{3}$'`),
		check('rate_is_positive', sql`${rate.reportingPerUnit} > 0`)
	]
);
