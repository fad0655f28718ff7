import { sql } from 'drizzle-orm';
import { bigint, boolean, check, date, integer, pgTable, primaryKey, smallint, text } from 'drizzle-orm/pg-core';
import { exact, slice } from './columns.server.ts';

/** Kept sum: how many customers each combination of segment, region and plan has; what filters offer. */
export const customerCell = pgTable('customer_cell', { ...slice(), customers: integer().notNull() }, (cell) => [
	primaryKey({ columns: [cell.segment, cell.region, cell.plan] })
]);

/** How the customers, or accounts, who paid twelve months earlier moved in a week. */
export const movesOfBase = () => ({
	customersThen: integer().notNull(),
	customersKept: integer().notNull(),
	revenueThen: exact(),
	revenueNow: exact(),
	/** What of the revenue then is still there: never more than it was, never less than nothing. */
	revenueKept: exact(),
	revenueThenSquared: exact(),
	revenueNowSquared: exact(),
	revenueThenTimesNow: exact(),
	revenueKeptSquared: exact(),
	revenueThenTimesKept: exact(),
	/** What of the revenue then was paid by customers who pay nothing now. */
	revenueLost: exact().default(0),
	revenueLostSquared: exact().default(0)
});

/** How customers or accounts moved in a week. */
const moves = () => ({
	week: date().notNull(),
	...slice(),
	/** All who pay, new ones included. */
	customersPaying: integer().notNull(),
	...movesOfBase()
});

/**
 * Kept sum: what changed in a week for the customers who paid twelve months earlier. Adding up all weeks to a given
 * one gives its customers then and kept, their revenue then and now, and the squares that the intervals need.
 */
export const retentionCell = pgTable('retention_cell', moves(), (cell) => [
	primaryKey({ columns: [cell.week, cell.segment, cell.region, cell.plan] })
]);

/**
 * Kept sum: what is to be added to those where customers with the same ultimate parent count as one account, in the slice
 * of that parent: the moves of the accounts less those of their customers. Empty where nobody has a parent.
 */
export const familyCell = pgTable('family_cell', moves(), (cell) => [
	primaryKey({ columns: [cell.week, cell.segment, cell.region, cell.plan] })
]);

/**
 * Derived: a term that was paid for more than a quarter ahead, so that its end shows when it is due for renewal. Billing
 * by shorter periods says nothing of it.
 */
export const paidTerm = pgTable(
	'paid_term',
	{
		customerId: integer().notNull(),
		lineId: bigint({ mode: 'number' }).notNull(),
		fromDay: date().notNull(),
		/** Not included. */
		toDay: date().notNull(),
		/** From ninety days before its end until it ends, or its renewal is booked; equal when that was earlier. */
		dueFrom: date().notNull(),
		dueUntil: date().notNull(),
		perYearMinor: bigint({ mode: 'number' }).notNull()
	},
	(term) => [
		primaryKey({ columns: [term.customerId, term.lineId] }),
		check('due_in_order', sql`${term.dueFrom} <= ${term.dueUntil}`)
	]
);

/**
 * Kept sum: when customers who first answered in a month left, if they subscribe, or else bought again. `eventMonth`
 * 'infinity': they have not.
 */
export const stayingCell = pgTable(
	'staying_cell',
	{
		series: text().notNull(),
		subscribes: boolean().notNull(),
		answerMonth: date().notNull(),
		eventMonth: date().notNull(),
		...slice(),
		score: smallint().notNull(),
		customers: integer().notNull()
	},
	(cell) => [
		primaryKey({
			name: 'staying_cell_key',
			columns: [
				cell.series,
				cell.subscribes,
				cell.answerMonth,
				cell.eventMonth,
				cell.segment,
				cell.region,
				cell.plan,
				cell.score
			]
		})
	]
);
