import { sql } from 'drizzle-orm';
import {
	bigint,
	char,
	check,
	date,
	foreignKey,
	index,
	integer,
	pgTable,
	primaryKey,
	smallint,
	text,
	unique
} from 'drizzle-orm/pg-core';
import { customer, source } from '../../customers/tables.server.ts';
import { exact, slice } from './columns.server.ts';

/**
 * One line of what a customer paid, or got back. `amountMinor` is in the smallest unit of `currency` (cents, yen,
 * fils); refunds and credits are negative. It was booked on a day and pays for the days from `servedFrom` up to,
 * not including, `servedTo`; a refund serves the period it gives back.
 */
export const revenueLine = pgTable(
	'revenue_line',
	{
		customerId: integer().notNull(),
		id: bigint({ mode: 'number' }).notNull().generatedAlwaysAsIdentity(),
		sourceId: smallint()
			.notNull()
			.references(() => source.id),
		sourceLineId: text().notNull(),
		kind: text({ enum: ['recurring', 'one-time', 'refund', 'credit'] }).notNull(),
		amountMinor: bigint({ mode: 'number' }).notNull(),
		currency: char({ length: 3 }).notNull(),
		/** The amount in the organisation's reporting currency, at the rate of the day it was booked. */
		reportingMinor: bigint({ mode: 'number' }).notNull(),
		bookedOn: date().notNull(),
		servedFrom: date().notNull(),
		servedTo: date().notNull(),
		product: text(),
		importId: integer().notNull()
	},
	(line) => [
		primaryKey({ columns: [line.customerId, line.id] }),
		unique('revenue_line_source').on(line.sourceId, line.sourceLineId),
		index('revenue_line_import').using('brin', line.importId),
		foreignKey({ columns: [line.customerId], foreignColumns: [customer.id] }),
		check('kind_is_known', sql`${line.kind} in ('recurring', 'one-time', 'refund', 'credit')`),
		check(
			'sign_by_kind',
			sql`(${line.kind} in ('refund', 'credit')) = (${line.amountMinor} < 0) or ${line.amountMinor} = 0`
		),
		check('served_in_order', sql`${line.servedFrom} < ${line.servedTo}`),
		// Cheaper by half a microsecond a row than a pattern; imports check the code against ISO 4217 itself.
		check('currency_is_iso', sql`${line.currency} collate "C" between 'AAA' and 'ZZZ'`)
	]
);

/** Derived: what a customer's revenue was in a month, each line spread over the days it serves, refunds when booked. */
export const customerMonth = pgTable(
	'customer_month',
	{
		customerId: integer().notNull(),
		month: date().notNull(),
		recurringMinor: bigint({ mode: 'number' }).notNull(),
		oneTimeMinor: bigint({ mode: 'number' }).notNull(),
		/** Refunds and credits: negative. */
		givenBackMinor: bigint({ mode: 'number' }).notNull()
	},
	(month) => [primaryKey({ columns: [month.customerId, month.month] })]
);

/** Kept sum: revenue of a month. */
export const revenueCell = pgTable(
	'revenue_cell',
	{
		month: date().notNull(),
		...slice(),
		customers: integer().notNull(),
		recurringMinor: bigint({ mode: 'number' }).notNull(),
		oneTimeMinor: bigint({ mode: 'number' }).notNull(),
		givenBackMinor: bigint({ mode: 'number' }).notNull()
	},
	(cell) => [primaryKey({ columns: [cell.month, cell.segment, cell.region, cell.plan] })]
);

/** Kept sum: revenue per customer in the twelve months that end with a month. */
export const valueCell = pgTable(
	'value_cell',
	{
		/** The last of the twelve months. */
		asOf: date().notNull(),
		...slice(),
		customers: integer().notNull(),
		revenueMinor: bigint({ mode: 'number' }).notNull(),
		revenueSquared: exact()
	},
	(cell) => [primaryKey({ columns: [cell.asOf, cell.segment, cell.region, cell.plan] })]
);

/**
 * Kept sum: what twelve months brought against the twelve before, by how each customer moved and why they came. Who had
 * revenue before was lost, shrank, stayed as they were or grew; who had none is new, or came back. The squares are what
 * the intervals need.
 */
export const growthCell = pgTable(
	'growth_cell',
	{
		/** The last month of the later twelve. */
		asOf: date().notNull(),
		...slice(),
		movement: text({ enum: ['lost', 'shrank', 'same', 'grew', 'new', 'came back'] }).notNull(),
		cameBy: text({ enum: ['recommended', 'bought', 'unknown'] }).notNull(),
		customers: integer().notNull(),
		beforeMinor: bigint({ mode: 'number' }).notNull(),
		nowMinor: bigint({ mode: 'number' }).notNull(),
		beforeSquared: exact(),
		nowSquared: exact(),
		beforeTimesNow: exact()
	},
	(cell) => [
		primaryKey({
			name: 'growth_cell_key',
			columns: [cell.asOf, cell.segment, cell.region, cell.plan, cell.movement, cell.cameBy]
		})
	]
);
