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
import { person } from '../auth/tables.server.ts';
import { snapshotDelivery } from '../snapshots/tables.server.ts';

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
		index('alert_raised').on(alert.raisedAt),
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

/** What somebody wants to be told between reviews, and when. Without a row: nothing. */
export const alertWish = pgTable(
	'alert_wish',
	{
		personId: integer()
			.primaryKey()
			.references(() => person.id, { onDelete: 'cascade' }),
		kinds: text({ enum: ['figure', 'detractor', 'escalation'] })
			.array()
			.notNull(),
		/** Whom they call valuable: so many of a hundred, or so much a year. */
		topPercent: smallint(),
		perYearMinor: bigint({ mode: 'number' }),
		/** 'HH:MM' as clocks show it; null: at once. */
		dailyAt: text(),
		/** IANA name. */
		zone: text().notNull(),
		quietFrom: text(),
		quietTo: text(),
		changedAt: moment().notNull()
	},
	(wish) => [
		check('kinds_are_known', sql`${wish.kinds} <@ array['figure', 'detractor', 'escalation']`),
		check('worth_is_one', sql`(${wish.topPercent} is null) <> (${wish.perYearMinor} is null)`),
		check('percent_is_one', sql`${wish.topPercent} between 1 and 100`),
		check('quiet_has_two_ends', sql`(${wish.quietFrom} is null) = (${wish.quietTo} is null)`),
		check(
			'times_are_of_a_clock',
			sql`concat_ws(' ', ${wish.dailyAt}, ${wish.quietFrom}, ${wish.quietTo}) ~ '^(([01][0-9]|2[0-3]):[0-5][0-9] ?)*$'`
		)
	]
);

/** A mail with alerts to one person; what became of it is the delivery's to tell. */
export const alertMail = pgTable('alert_mail', {
	id: integer().primaryKey().generatedAlwaysAsIdentity(),
	personId: integer()
		.notNull()
		.references(() => person.id),
	deliveryId: bigint({ mode: 'number' })
		.notNull()
		.unique()
		.references(() => snapshotDelivery.id),
	madeAt: moment().notNull()
});

/** Somebody is to be told of an alert: once, in one mail, or not, and then why. */
export const alertTelling = pgTable(
	'alert_telling',
	{
		alertId: integer()
			.notNull()
			.references(() => alert.id),
		personId: integer()
			.notNull()
			.references(() => person.id),
		state: text({ enum: ['held', 'in mail', 'not told'] }).notNull(),
		mailId: integer().references(() => alertMail.id),
		why: text(),
		settledAt: moment()
	},
	(telling) => [
		primaryKey({ columns: [telling.alertId, telling.personId] }),
		index('alert_telling_held')
			.on(telling.personId)
			.where(sql`${telling.state} = 'held'`),
		index('alert_telling_in_mail').on(telling.mailId),
		check('state_is_known', sql`${telling.state} in ('held', 'in mail', 'not told')`),
		check('mails_are_named', sql`(${telling.state} = 'in mail') = (${telling.mailId} is not null)`),
		check('not_told_says_why', sql`(${telling.state} = 'not told') = (${telling.why} is not null)`)
	]
);

/** A link in a mail that stops alerts without signing in. Its key is the token's hash. */
export const alertStopLink = pgTable('alert_stop_link', {
	hash: text().primaryKey(),
	personId: integer()
		.notNull()
		.references(() => person.id, { onDelete: 'cascade' }),
	expiresAt: moment().notNull()
});
