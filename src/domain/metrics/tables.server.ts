import { bigint, boolean, date, integer, pgTable, primaryKey, smallint, text } from 'drizzle-orm/pg-core';

/**
 * Derived: each answer as the cells count it. The rolling window counts it from the week it was given until
 * `leavesWeek` (not included): thirteen weeks later, or when the same contact answers the same relationship survey
 * again. Empty text in segment, region or plan: not known.
 */
export const countedAnswer = pgTable(
	'counted_answer',
	{
		customerId: integer().notNull(),
		responseId: bigint({ mode: 'number' }).notNull(),
		series: text().notNull(),
		segment: text().notNull(),
		region: text().notNull(),
		plan: text().notNull(),
		/** -1: words without a score. */
		score: smallint().notNull(),
		/** Monday of the ISO week, in the organisation's zone. */
		week: date().notNull(),
		leavesWeek: date().notNull(),
		/** First of the month. */
		month: date().notNull(),
		/** False when the same contact answered the same relationship survey again within the month. */
		countsInMonth: boolean().notNull()
	},
	(answer) => [primaryKey({ columns: [answer.customerId, answer.responseId] })]
);

/** Kept sum: how many answers gave this score, in the thirteen weeks that end with a week, in a week, or in a month. */
export const loyaltyCell = pgTable(
	'loyalty_cell',
	{
		span: text({ enum: ['thirteen weeks', 'week', 'month'] }).notNull(),
		/** The last Monday of the thirteen weeks, the Monday of the week, or the first of the month. */
		asOf: date().notNull(),
		series: text().notNull(),
		segment: text().notNull(),
		region: text().notNull(),
		plan: text().notNull(),
		/** -1: words without a score, which are in no metric but are told beside it. */
		score: smallint().notNull(),
		answers: integer().notNull()
	},
	(cell) => [
		primaryKey({
			name: 'loyalty_cell_key',
			columns: [cell.span, cell.series, cell.asOf, cell.segment, cell.region, cell.plan, cell.score]
		})
	]
);

/**
 * Kept sum: what customers add to the interval of a score who gave more than one of the answers that are counted in a
 * span, since a customer's answers go together. By customer with n answers of the span: Σ (n − 1), Σ n(n − 1), Σ (n − 1)s
 * and Σ (s² − q), s the sum of how they are coded (NPS 1, 0, −1; others 1 for a good answer, else 0) and q that of the
 * squares. Empty where everybody answered once.
 */
export const repeatedAnswerCell = pgTable(
	'repeated_answer_cell',
	{
		span: text({ enum: ['thirteen weeks', 'month'] }).notNull(),
		/** As in `loyalty_cell`. */
		asOf: date().notNull(),
		series: text().notNull(),
		segment: text().notNull(),
		region: text().notNull(),
		plan: text().notNull(),
		repeats: integer().notNull(),
		pairs: bigint({ mode: 'number' }).notNull(),
		pairSums: bigint({ mode: 'number' }).notNull(),
		pairProducts: bigint({ mode: 'number' }).notNull()
	},
	(cell) => [
		primaryKey({
			name: 'repeated_answer_cell_key',
			columns: [cell.span, cell.series, cell.asOf, cell.segment, cell.region, cell.plan]
		})
	]
);

/** Derived: a customer's invitations of a week as the cells count them, and how many got an answer with a score. */
export const countedInvitation = pgTable(
	'counted_invitation',
	{
		customerId: integer().notNull(),
		series: text().notNull(),
		/** Monday of the ISO week in which they were sent, in the organisation's zone. */
		week: date().notNull(),
		segment: text().notNull(),
		region: text().notNull(),
		plan: text().notNull(),
		sent: integer().notNull(),
		bounced: integer().notNull(),
		answered: integer().notNull()
	},
	(invitation) => [primaryKey({ columns: [invitation.customerId, invitation.series, invitation.week] })]
);

/** Kept sum: invitations sent in a week, and what became of them. */
export const askedCell = pgTable(
	'asked_cell',
	{
		series: text().notNull(),
		week: date().notNull(),
		segment: text().notNull(),
		region: text().notNull(),
		plan: text().notNull(),
		sent: integer().notNull(),
		bounced: integer().notNull(),
		answered: integer().notNull()
	},
	(cell) => [
		primaryKey({
			name: 'asked_cell_key',
			columns: [cell.series, cell.week, cell.segment, cell.region, cell.plan]
		})
	]
);

/**
 * Kept sum: what customers add to the interval of the response rate, and to that of its change, who got more than one of
 * the invitations that arrived. The first four are those of `repeated_answer_cell`, of the invitations sent in the 52
 * weeks that end with a week: 1 where there was an answer with a score, else 0. The others are of customers who were
 * asked in the 52 weeks before as well, n of s answered then and m of t answered now: Σ nm, Σ sm, Σ nt and Σ st.
 */
export const repeatedInvitationCell = pgTable(
	'repeated_invitation_cell',
	{
		series: text().notNull(),
		/** The Monday of the last of the weeks. */
		asOf: date().notNull(),
		segment: text().notNull(),
		region: text().notNull(),
		plan: text().notNull(),
		repeats: integer().notNull(),
		pairs: bigint({ mode: 'number' }).notNull(),
		pairSums: bigint({ mode: 'number' }).notNull(),
		pairProducts: bigint({ mode: 'number' }).notNull(),
		acrossPairs: bigint({ mode: 'number' }).notNull(),
		acrossBefore: bigint({ mode: 'number' }).notNull(),
		acrossAfter: bigint({ mode: 'number' }).notNull(),
		acrossProducts: bigint({ mode: 'number' }).notNull()
	},
	(cell) => [
		primaryKey({
			name: 'repeated_invitation_cell_key',
			columns: [cell.series, cell.asOf, cell.segment, cell.region, cell.plan]
		})
	]
);
