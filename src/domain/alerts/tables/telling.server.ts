import { sql } from 'drizzle-orm';
import { bigint, check, index, integer, pgTable, primaryKey, smallint, text, timestamp } from 'drizzle-orm/pg-core';
import { person } from '../../auth/tables.server.ts';
import { snapshotDelivery } from '../../snapshots/tables.server.ts';
import { alert } from './raised.server.ts';

const moment = () => timestamp({ withTimezone: true });

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
