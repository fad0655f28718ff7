import { sql } from 'drizzle-orm';
import {
	bigint,
	boolean,
	char,
	check,
	date,
	foreignKey,
	index,
	integer,
	jsonb,
	numeric,
	pgTable,
	primaryKey,
	smallint,
	text,
	timestamp,
	unique
} from 'drizzle-orm/pg-core';
import { customer, source } from '../customers/tables.server.ts';

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

/** Derived: the revenue in the twelve months after a scored answer, and how long it is the customer's latest such answer. */
export const answerOutcome = pgTable(
	'answer_outcome',
	{
		customerId: integer().notNull(),
		responseId: bigint({ mode: 'number' }).notNull(),
		series: text().notNull(),
		score: smallint().notNull(),
		answeredOn: date().notNull(),
		/** The customer's first answer in the series: where the clock of "who stays" starts. */
		isFirst: boolean().notNull(),
		/** First month at whose end the twelve months are complete. */
		countsFrom: date().notNull(),
		/** Month from which a later answer of the customer counts instead; at most two years on. */
		countsTo: date().notNull(),
		revenueMinor: bigint({ mode: 'number' }).notNull(),
		/** After the first answer: the next day on which they bought something. */
		boughtAgainOn: date(),
		/** Who is alike: whole months as a customer on the day of the answer, and what they paid a year on it. */
		tenureMonths: smallint().notNull(),
		perYearMinor: bigint({ mode: 'number' }).notNull(),
		/** Revenue in the twelve months up to and with the day of the answer. */
		beforeMinor: bigint({ mode: 'number' }).notNull(),
		/** What the same person had answered before, at most a year earlier; absent: nothing. */
		previousScore: smallint()
	},
	(outcome) => [
		primaryKey({ columns: [outcome.customerId, outcome.responseId] }),
		index('answer_outcome_counts').on(outcome.series, outcome.countsFrom)
	]
);

/**
 * Kept: what a point was found to be worth at the end of a month, for some of the customers. It takes thousands of
 * draws, so it is worked out once after each refresh: for everybody at once, for a filter when it is first asked for.
 */
export const keptPrice = pgTable(
	'kept_price',
	{
		series: text().notNull(),
		asOf: date().notNull(),
		/** As an address has them: empty for all, '-' for not known. */
		segment: text().notNull(),
		region: text().notNull(),
		plan: text().notNull(),
		/** The refresh whose rows it was worked out from: after the next one it is out of date. */
		refreshId: integer().notNull(),
		/** Which version of the method found it: what an older one found is out of date too. */
		method: smallint().notNull(),
		at: timestamp({ withTimezone: true }).notNull().defaultNow(),
		/** The same seed and rows give the same figures to the last digit. */
		seed: integer().notNull(),
		/** One customer in so many was looked at; 1: all. */
		every: integer().notNull(),
		found: jsonb().notNull()
	},
	(price) => [primaryKey({ columns: [price.series, price.asOf, price.segment, price.region, price.plan] })]
);

const exact = () => numeric({ mode: 'number', precision: 40, scale: 0 }).notNull();
const slice = () => ({ segment: text().notNull(), region: text().notNull(), plan: text().notNull() });

/**
 * Kept sum: what changed in a week for the customers who paid twelve months earlier. Adding up all weeks to a given
 * one gives its customers then and kept, their revenue then and now, and the squares that the intervals need.
 */
export const retentionCell = pgTable(
	'retention_cell',
	{
		week: date().notNull(),
		...slice(),
		/** All who pay, new ones included. */
		customersPaying: integer().notNull(),
		customersThen: integer().notNull(),
		customersKept: integer().notNull(),
		revenueThen: exact(),
		revenueNow: exact(),
		/** What of the revenue then is still there: never more than it was, never less than nothing. */
		revenueKept: exact(),
		revenueThenSquared: exact(),
		revenueNowSquared: exact(),
		revenueThenTimesNow: exact()
	},
	(cell) => [primaryKey({ columns: [cell.week, cell.segment, cell.region, cell.plan] })]
);

/** Kept sum: how many customers each combination of segment, region and plan has; what filters offer. */
export const customerCell = pgTable('customer_cell', { ...slice(), customers: integer().notNull() }, (cell) => [
	primaryKey({ columns: [cell.segment, cell.region, cell.plan] })
]);

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

/** Kept sum: revenue in the twelve months after each customer's latest answer that is at least that old. */
export const outcomeCell = pgTable(
	'outcome_cell',
	{
		asOf: date().notNull(),
		series: text().notNull(),
		...slice(),
		score: smallint().notNull(),
		customers: integer().notNull(),
		/** Of those, how many paid anything in the twelve months. */
		customersWithRevenue: integer().notNull(),
		revenueMinor: bigint({ mode: 'number' }).notNull(),
		revenueSquared: exact()
	},
	(cell) => [
		primaryKey({
			name: 'outcome_cell_key',
			columns: [cell.series, cell.asOf, cell.segment, cell.region, cell.plan, cell.score]
		})
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

/** Each time the kept sums were brought up to date: what they now know, and how long it took. */
export const refresh = pgTable('refresh', {
	id: integer().primaryKey().generatedAlwaysAsIdentity(),
	at: timestamp({ withTimezone: true }).notNull(),
	customers: integer().notNull(),
	tookMs: integer().notNull(),
	/** Last day on which revenue was booked; absent without any. */
	revenueThrough: date(),
	/** First and last day of any response. */
	answersFrom: date(),
	answersThrough: date()
});
