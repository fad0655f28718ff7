import { sql } from 'drizzle-orm';
import {
	bigint,
	boolean,
	char,
	check,
	date,
	doublePrecision,
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
		/** Day of the next answer in the series, at most twelve months on: until then it speaks for the customer. */
		heardUntil: date().notNull(),
		/** First month at whose end the twelve months are complete. */
		countsFrom: date().notNull(),
		/** Month from which a later answer of the customer counts instead; at most two years on. */
		countsTo: date().notNull(),
		revenueMinor: bigint({ mode: 'number' }).notNull(),
		/** What they paid a year on the day of the answer, and twelve months later; 0: nothing. */
		perYearThenMinor: bigint({ mode: 'number' }).notNull(),
		perYearAfterMinor: bigint({ mode: 'number' }).notNull(),
		/** After the first answer: the next day on which they bought something. */
		boughtAgainOn: date(),
		/** Whole months as a customer on the day of the answer. */
		tenureMonths: smallint().notNull(),
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
		revenueThenTimesNow: exact(),
		revenueKeptSquared: exact(),
		revenueThenTimesKept: exact(),
		/** What of the revenue then was paid by customers who pay nothing now. */
		revenueLost: exact().default(0),
		revenueLostSquared: exact().default(0)
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
		revenueSquared: exact(),
		/** Who paid on the day they answered; of those who, twelve months later, paid nothing, less, or more. */
		customersPaying: integer().notNull(),
		customersLeft: integer().notNull(),
		customersShrank: integer().notNull(),
		customersGrew: integer().notNull(),
		/** What those who paid paid a year on that day, and twelve months later. */
		perYearThenMinor: bigint({ mode: 'number' }).notNull(),
		perYearAfterMinor: bigint({ mode: 'number' }).notNull()
	},
	(cell) => [
		primaryKey({
			name: 'outcome_cell_key',
			columns: [cell.series, cell.asOf, cell.segment, cell.region, cell.plan, cell.score]
		})
	]
);

/**
 * Kept sum: what changed in a week for the customers who pay, and for those of them who answered any survey in the last
 * twelve months. Adding up all weeks to a given one gives the state at its end. Yearly revenue, and the squares that the
 * intervals need.
 */
export const coverageCell = pgTable(
	'coverage_cell',
	{
		week: date().notNull(),
		...slice(),
		customers: integer().notNull(),
		perYear: exact(),
		perYearSquared: exact(),
		customersHeard: integer().notNull(),
		perYearHeard: exact(),
		perYearHeardSquared: exact()
	},
	(cell) => [primaryKey({ columns: [cell.week, cell.segment, cell.region, cell.plan] })]
);

/**
 * Kept sum: the same for the customers who pay, by how they felt in their latest answer of the last twelve months; and how
 * much of it is paid in terms that show when they are due for renewal, and due within ninety days.
 */
export const feelingCell = pgTable(
	'feeling_cell',
	{
		series: text().notNull(),
		week: date().notNull(),
		...slice(),
		feeling: text({ enum: ['high', 'middle', 'low'] }).notNull(),
		customers: integer().notNull(),
		perYear: bigint({ mode: 'number' }).notNull(),
		terms: integer().notNull(),
		perYearInTerms: bigint({ mode: 'number' }).notNull(),
		termsDue: integer().notNull(),
		perYearDue: bigint({ mode: 'number' }).notNull()
	},
	(cell) => [
		primaryKey({
			name: 'feeling_cell_key',
			columns: [cell.series, cell.week, cell.segment, cell.region, cell.plan, cell.feeling]
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
		/** The same for the latest answer that is at least twelve months old. */
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

/** Each time the kept sums were brought up to date: what they now know, and how long it took. */
export const refresh = pgTable('refresh', {
	id: integer().primaryKey().generatedAlwaysAsIdentity(),
	at: timestamp({ withTimezone: true }).notNull(),
	customers: integer().notNull(),
	tookMs: integer().notNull(),
	/** Last day on which revenue was booked; absent without any. */
	revenueThrough: date(),
	/** Which version of the way of counting made the sums: those of an older one are counted anew at the next start. */
	method: smallint().notNull().default(1),
	/** First and last day of any response. */
	answersFrom: date(),
	answersThrough: date()
});

/**
 * An analysis of what customers are worth, worked out after a refresh: which one, when, how, or why not. Only the
 * latest is kept.
 */
export const valuation = pgTable('valuation', {
	/** The refresh whose revenue it was worked out from. */
	refreshId: integer().primaryKey(),
	at: timestamp({ withTimezone: true }).notNull(),
	tookMs: integer().notNull(),
	/** How most customers pay, which decides how they are valued. */
	basis: text({ enum: ['subscriptions', 'purchases'] }).notNull(),
	/** The model, in words. */
	method: text().notNull(),
	/** Why there is no value; absent where there is one. */
	refusal: text(),
	/** Customers who pay in the other way, or whom the model has no place for. */
	leftOut: integer().notNull()
});

/** What the customers of a slice are worth at the end of a month, and how that came about since twelve months before. */
export const valuationCell = pgTable(
	'valuation_cell',
	{
		asOf: date().notNull(),
		...slice(),
		customersOpening: integer().notNull(),
		customersAdded: integer().notNull(),
		customersLost: integer().notNull(),
		customersClosing: integer().notNull(),
		/** Minor units, fractions kept: rounded when they are told. */
		opening: doublePrecision().notNull(),
		added: doublePrecision().notNull(),
		lost: doublePrecision().notNull(),
		grown: doublePrecision().notNull(),
		shrunk: doublePrecision().notNull(),
		aged: doublePrecision().notNull(),
		closing: doublePrecision().notNull(),
		/** The closing without each twentieth of the customers, valued by a model that has not seen it. */
		customersWithout: integer().array().notNull(),
		closingWithout: doublePrecision().array().notNull()
	},
	(cell) => [primaryKey({ columns: [cell.asOf, cell.segment, cell.region, cell.plan] })]
);

/** How many customers of a slice have a value in a band, at the end of the last month that was valued: for the median. */
export const valuedBand = pgTable(
	'valued_band',
	{
		asOf: date().notNull(),
		...slice(),
		/** Fifty times the logarithm of the value in minor units. */
		band: smallint().notNull(),
		customers: integer().notNull()
	},
	(band) => [primaryKey({ columns: [band.asOf, band.segment, band.region, band.plan, band.band] })]
);
