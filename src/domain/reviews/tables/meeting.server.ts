import { sql } from 'drizzle-orm';
import { check, integer, pgTable, primaryKey, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core';
import { person } from '../../auth/tables.server.ts';

const moment = () => timestamp({ withTimezone: true });
const isWeek = (column: unknown) => sql`${column} ~ '^[0-9]{4}-W[0-9]{2}$'`;

/** In which order a week's page shows its parts. A week without a row has the usual order. */
export const arrangement = pgTable(
	'arrangement',
	{
		week: text().primaryKey(),
		parts: text().array().notNull(),
		/** Goes up with each change, as that of a headline. */
		version: integer().notNull(),
		arrangedBy: integer()
			.notNull()
			.references(() => person.id),
		arrangedAt: moment().notNull()
	},
	(arrangement) => [check('week_is_iso', isWeek(arrangement.week))]
);

/** Somebody has read a week before its meeting, and said so. */
export const signOff = pgTable(
	'sign_off',
	{
		week: text().notNull(),
		personId: integer()
			.notNull()
			.references(() => person.id),
		signedAt: moment().notNull(),
		/** Of the headline that they had before them; 0: there was none. */
		headlineVersion: integer().notNull(),
		/** Comments of the week that they had not read when they said so. */
		unread: integer().notNull()
	},
	(signOff) => [
		primaryKey({ columns: [signOff.week, signOff.personId] }),
		check('week_is_iso', isWeek(signOff.week)),
		check('unread_is_counted', sql`${signOff.unread} >= 0`)
	]
);

/** Somebody who was in a week's meeting: somebody with an account, or a guest by name. */
export const attendee = pgTable(
	'attendee',
	{
		id: integer().primaryKey().generatedAlwaysAsIdentity(),
		week: text().notNull(),
		personId: integer().references(() => person.id),
		/** The name of somebody without an account. */
		guest: text(),
		notedBy: integer()
			.notNull()
			.references(() => person.id),
		notedAt: moment().notNull()
	},
	(attendee) => [
		uniqueIndex('person_is_there_once').on(attendee.week, attendee.personId),
		check('week_is_iso', isWeek(attendee.week)),
		check('is_a_person_or_a_guest', sql`(${attendee.personId} is null) <> (${attendee.guest} is null)`)
	]
);
