import { sql } from 'drizzle-orm';
import {
	bigint,
	boolean,
	check,
	index,
	integer,
	pgTable,
	primaryKey,
	smallint,
	text,
	timestamp,
	unique
} from 'drizzle-orm/pg-core';

const moment = () => timestamp({ withTimezone: true });

/**
 * Something that somebody should know between reviews: one row a thing, ever. A trigger lets nothing of it change but
 * words go; see docs/decisions/0032.
 */
export const alert = pgTable(
	'alert',
	{
		id: integer().primaryKey().generatedAlwaysAsIdentity(),
		/** Of whose data: empty for our own, otherwise since when the made-up company is shown. */
		ofDemo: text().notNull(),
		kind: text({ enum: ['figure', 'detractor', 'escalation'] }).notNull(),
		/** Which figure, answer or follow-up. */
		subject: text().notNull(),
		/** The week of a figure, the step of a follow-up; an answer turns once. */
		period: text().notNull(),
		raisedAt: moment().notNull(),
		/** It was so when watching began: nobody is told. */
		known: boolean().notNull(),
		/** Figures as they were, as JSON text, which keeps its order and its form. */
		facts: text().notNull(),
		/** No reference: what was raised outlives who it was about, and then names nobody. */
		customerId: integer(),
		responseId: bigint({ mode: 'number' }),
		followUpId: integer(),
		/** What was written, with what is hidden in it. Null: nothing, or gone. */
		words: text(),
		wordsGone: boolean().notNull().default(false)
	},
	(alert) => [
		unique('one_alert_a_thing').on(alert.ofDemo, alert.kind, alert.subject, alert.period),
		index('alert_with_words')
			.on(alert.customerId)
			.where(sql`${alert.words} is not null`),
		check('kind_is_known', sql`${alert.kind} in ('figure', 'detractor', 'escalation')`),
		check('figures_are_of_nobody', sql`(${alert.kind} = 'figure') = (${alert.customerId} is null)`),
		check('gone_words_are_gone', sql`not ${alert.wordsGone} or ${alert.words} is null`)
	]
);

/** Every look at the figures: when, over how many, and what it found. */
export const alertLook = pgTable('alert_look', {
	id: integer().primaryKey().generatedAlwaysAsIdentity(),
	ofDemo: text().notNull(),
	at: moment().notNull(),
	/** Of the kept sums that were looked at: the same are not looked at twice for the same week. */
	version: text().notNull(),
	week: text().notNull(),
	looks: integer().notNull(),
	signals: integer().notNull()
});

/** Where each watched figure was at the last look: 1 above its band, -1 below, 0 within. */
export const watchedFigure = pgTable(
	'watched_figure',
	{
		ofDemo: text().notNull(),
		subject: text().notNull(),
		side: smallint().notNull(),
		week: text().notNull()
	},
	(watched) => [
		primaryKey({ columns: [watched.ofDemo, watched.subject] }),
		check('side_is_one', sql`${watched.side} in (-1, 0, 1)`)
	]
);
