import { sql } from 'drizzle-orm';
import { bigint, boolean, char, check, date, index, integer, numeric, pgTable, primaryKey } from 'drizzle-orm/pg-core';
import { slice } from './columns.server.ts';
import { movesOfBase } from './staying.server.ts';

/*
 * What net and gross retention, and the price of a point, need so that rates do not look like loyalty. In retention what was
 * paid then and what is paid now count at one rate, that of the day twelve months before; around an answer all money counts
 * at the rate of its day. All of it is empty where everybody pays in the reporting currency.
 */

/**
 * Derived: the steps of yearly revenue of the customers who ever paid in another currency than the reporting one, told
 * apart by currency and in its own smallest unit, so that no rate is in them. They begin and end as `yearlyRevenue` says.
 */
export const currencyStep = pgTable(
	'currency_step',
	{
		customerId: integer().notNull(),
		currency: char({ length: 3 }).notNull(),
		fromDay: date().notNull(),
		/** Not included; 'infinity' while a renewal may still come in. */
		toDay: date().notNull(),
		perYearMinor: bigint({ mode: 'number' }).notNull(),
		/** When the paid term ends, for a step left open because its renewal is not late yet. */
		dueOn: date()
	},
	(step) => [
		primaryKey({ columns: [step.customerId, step.currency, step.fromDay] }),
		index('currency_step_currency').on(step.currency),
		index('currency_step_due').on(step.dueOn),
		check('step_in_order', sql`${step.fromDay} < ${step.toDay}`)
	]
);

/**
 * Derived: what a smallest unit of a currency counts for at the end of the weeks from `week` up to, not including,
 * `until`, in smallest units of the reporting currency: by the rate of the day twelve months before. It is what the cells
 * were made by, so that they can be taken out again after a rate has changed.
 */
export const baseRate = pgTable(
	'base_rate',
	{
		currency: char({ length: 3 }).notNull(),
		week: date().notNull(),
		until: date().notNull(),
		/** The day from which that rate was set. */
		fromDay: date().notNull(),
		factor: numeric().notNull(),
		/** False: there was no rate yet on that day, and the first one there is stands in for it. */
		isKnown: boolean().notNull()
	},
	(rate) => [primaryKey({ columns: [rate.currency, rate.week] })]
);

/**
 * Derived: what those customers brought in a month, as `customerMonth` has it, but each currency for itself and in its own
 * smallest unit: what is around an answer counts at the rate of the day of that answer, which no other answer shares.
 */
export const currencyMonth = pgTable(
	'currency_month',
	{
		customerId: integer().notNull(),
		currency: char({ length: 3 }).notNull(),
		month: date().notNull(),
		/** Refunds and credits taken off. */
		minor: bigint({ mode: 'number' }).notNull()
	},
	(month) => [primaryKey({ columns: [month.customerId, month.currency, month.month] })]
);

/**
 * Derived: the money of `answerOutcome` of those customers, each currency for itself and in its own smallest unit. There it
 * stands at the rate of the day of the answer; whoever compares answers of different days needs another.
 */
export const answerCurrency = pgTable(
	'answer_currency',
	{
		customerId: integer().notNull(),
		responseId: bigint({ mode: 'number' }).notNull(),
		currency: char({ length: 3 }).notNull(),
		revenueMinor: bigint({ mode: 'number' }).notNull(),
		beforeMinor: bigint({ mode: 'number' }).notNull(),
		perYearThenMinor: bigint({ mode: 'number' }).notNull(),
		perYearAfterMinor: bigint({ mode: 'number' }).notNull()
	},
	(part) => [primaryKey({ columns: [part.customerId, part.responseId, part.currency] })]
);

/**
 * Derived: what a smallest unit of a currency counts for from `fromDay` until the next one, in smallest units of the
 * reporting currency. Kept as the outcomes of answers were made by.
 */
export const dayRate = pgTable(
	'day_rate',
	{
		currency: char({ length: 3 }).notNull(),
		/** '-infinity': before the first rate there is. */
		fromDay: date().notNull(),
		factor: numeric().notNull(),
		/** False: there was no rate yet on these days, and the first one there is stands in for it. */
		isKnown: boolean().notNull()
	},
	(rate) => [primaryKey({ columns: [rate.currency, rate.fromDay] })]
);

/** What is to be added to the moves of those who paid. */
const corrections = () => ({
	week: date().notNull(),
	...slice(),
	/** Customers who paid twelve months earlier, and pay or paid in a currency that had no rate on that day. */
	customersUnrated: integer().notNull(),
	...movesOfBase()
});

/**
 * Kept sum: what is to be added to `retentionCell`, so that money in another currency counts at one rate: the moves at the
 * rate of the day twelve months before, less those at the rates of the days of booking.
 */
export const constantCell = pgTable('constant_cell', corrections(), (cell) => [
	primaryKey({ columns: [cell.week, cell.segment, cell.region, cell.plan] })
]);

/** Kept sum: the same for `familyCell`, where customers with the same ultimate parent count as one account. */
export const familyConstantCell = pgTable('family_constant_cell', corrections(), (cell) => [
	primaryKey({ columns: [cell.week, cell.segment, cell.region, cell.plan] })
]);
