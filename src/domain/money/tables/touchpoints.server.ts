import { bigint, boolean, date, integer, pgTable, primaryKey, smallint, text } from 'drizzle-orm/pg-core';
import { exact, slice } from './columns.server.ts';

/**
 * Derived: each scored answer after a touchpoint, how the customer felt, how long they had been one, and what became of
 * them. Kept beside the outcome of the same answer.
 */
export const touchpointAnswer = pgTable(
	'touchpoint_answer',
	{
		customerId: integer().notNull(),
		responseId: bigint({ mode: 'number' }).notNull(),
		series: text().notNull(),
		feeling: text({ enum: ['high', 'middle', 'low'] }).notNull(),
		/** On the day of the answer: 0 less than a year, 1 less than two, 2 less than four, 3 longer. */
		tenureBand: smallint().notNull(),
		/** Months at whose end it is the customer's latest answer there, the last not included; at most twelve. */
		latestFrom: date().notNull(),
		latestTo: date().notNull(),
		/** The same for the first answer of the year that lies at least twelve months back. */
		followedFrom: date().notNull(),
		followedTo: date().notNull(),
		/** Paid on the day of the answer, and no more twelve months later; absent: they did not pay on the day. */
		lost: boolean()
	},
	(answer) => [primaryKey({ columns: [answer.customerId, answer.responseId] })]
);

/**
 * Kept sum: customers by their latest answer after a touchpoint, at the end of a month. Those whose answer is at least
 * twelve months old were followed: how many were lost. Those with a low answer of the last twelve months who pay: their
 * yearly revenue.
 */
export const touchpointCell = pgTable(
	'touchpoint_cell',
	{
		asOf: date().notNull(),
		series: text().notNull(),
		...slice(),
		tenureBand: smallint().notNull(),
		feeling: text({ enum: ['high', 'middle', 'low'] }).notNull(),
		followed: integer().notNull(),
		lost: integer().notNull(),
		paying: integer().notNull(),
		revenueMinor: bigint({ mode: 'number' }).notNull(),
		revenueSquared: exact()
	},
	(cell) => [
		primaryKey({
			name: 'touchpoint_cell_key',
			columns: [cell.asOf, cell.series, cell.segment, cell.region, cell.plan, cell.tenureBand, cell.feeling]
		})
	]
);
