import { bigint, boolean, date, index, integer, pgTable, primaryKey, smallint, text } from 'drizzle-orm/pg-core';
import { exact, slice } from './columns.server.ts';

/**
 * Derived: the revenue in the twelve months after a scored answer, and how long it is the customer's latest such answer. All
 * money of it, before and after, counts at the rates of the day of the answer.
 */
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
		/** The same of the customer's answer before in the series; absent: there was none. */
		previousCountsFrom: date(),
		/**
		 * Months at whose end it is the customer's first answer of the two years whose twelve months after are over, the last
		 * not included. Which answer speaks must not depend on what came after it: whoever left gave their latest shortly
		 * before, and a year after that looks worse than a year after any answer.
		 */
		followedFrom: date().notNull(),
		followedTo: date().notNull(),
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

/** Kept sum: revenue in the twelve months after each customer's first answer of the two years that can be followed. */
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
