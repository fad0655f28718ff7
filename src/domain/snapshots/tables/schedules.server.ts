import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, pgTable, smallint, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core';
import { person } from '../../auth/tables.server.ts';

const moment = () => timestamp({ withTimezone: true });

/** When a snapshot goes out, to whom it is cut, and what is in it. The rule is kept, never only the next moment. */
export const snapshotSchedule = pgTable(
	'snapshot_schedule',
	{
		id: integer().primaryKey().generatedAlwaysAsIdentity(),
		name: text().notNull(),
		/** Who is told when somebody could not be reached. */
		ownerId: integer()
			.notNull()
			.references(() => person.id),
		every: text({ enum: ['week', 'month', 'quarter', 'review closed'] }).notNull(),
		/** 1 Monday … 7 Sunday. */
		weekdays: smallint().array().notNull(),
		/** 1 to 3. */
		monthOfQuarter: smallint(),
		/** 1 to 28, which every month has; the last day is a choice of its own. */
		dayOfMonth: smallint(),
		lastDay: boolean().notNull().default(false),
		/** As clocks show it, 'HH:MM'; absent only after a review: at once. */
		time: text(),
		/** IANA name. */
		zone: text().notNull(),
		/** Whose clock: the schedule's, or each recipient's where it is known. */
		zoneOf: text({ enum: ['schedule', 'recipient'] }).notNull(),
		/** Which customers; null: all. */
		segment: text(),
		region: text(),
		plan: text(),
		survey: text(),
		sections: text().array().notNull(),
		commentRule: text({ enum: ['all', 'newest', 'draw'] }).notNull(),
		commentLimit: integer().notNull(),
		/** What fell due while nothing ran is still sent within so many hours. */
		lateWithinHours: integer().notNull().default(24),
		/** Since when the rule holds, without a pause: what lies before is nobody's. */
		ruleSince: moment().notNull(),
		pausedAt: moment(),
		/** The occurrence to leave out, once; 'next' where it has no name yet. */
		skips: text(),
		/** Why an edition that is due could not be made so far. */
		trouble: text(),
		troubleSince: moment(),
		createdAt: moment().notNull(),
		removedAt: moment()
	},
	(schedule) => [
		check('every_is_known', sql`${schedule.every} in ('week', 'month', 'quarter', 'review closed')`),
		check('zone_is_of_somebody', sql`${schedule.zoneOf} in ('schedule', 'recipient')`),
		check('comments_have_a_rule', sql`${schedule.commentRule} in ('all', 'newest', 'draw')`),
		check('weekdays_are_days', sql`${schedule.weekdays} <@ array[1, 2, 3, 4, 5, 6, 7]::smallint[]`),
		check('weeks_name_their_days', sql`(${schedule.every} = 'week') = (cardinality(${schedule.weekdays}) > 0)`),
		check(
			'months_name_their_day',
			sql`(${schedule.every} in ('month', 'quarter')) = (${schedule.lastDay} or ${schedule.dayOfMonth} is not null)
				and not (${schedule.lastDay} and ${schedule.dayOfMonth} is not null)`
		),
		check('every_month_has_the_day', sql`${schedule.dayOfMonth} between 1 and 28`),
		check(
			'quarters_name_their_month',
			sql`(${schedule.every} = 'quarter') = (${schedule.monthOfQuarter} is not null) and ${schedule.monthOfQuarter} between 1 and 3`
		),
		check('time_is_of_a_clock', sql`${schedule.time} ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'`),
		check('clocks_have_a_time', sql`${schedule.time} is not null or ${schedule.every} = 'review closed'`),
		check('late_is_bounded', sql`${schedule.lateWithinHours} between 1 and 168`)
	]
);

/** Who gets a schedule's editions: somebody with an account, or an address without one. */
export const snapshotRecipient = pgTable(
	'snapshot_recipient',
	{
		id: integer().primaryKey().generatedAlwaysAsIdentity(),
		scheduleId: integer()
			.notNull()
			.references(() => snapshotSchedule.id),
		personId: integer().references(() => person.id),
		address: text(),
		/** IANA name; null: the schedule's. */
		zone: text(),
		/** Paused: mail came back three times in a row. */
		state: text({ enum: ['active', 'paused', 'unsubscribed', 'removed'] }).notNull(),
		/** Failures for good since the last success. */
		bounces: integer().notNull().default(0),
		addedBy: integer()
			.notNull()
			.references(() => person.id),
		addedAt: moment().notNull(),
		changedAt: moment().notNull()
	},
	(recipient) => [
		uniqueIndex('snapshot_recipient_person').on(recipient.scheduleId, recipient.personId),
		uniqueIndex('snapshot_recipient_address').on(recipient.scheduleId, sql`lower(${recipient.address})`),
		index('snapshot_recipient_of_person').on(recipient.personId),
		check('state_is_known', sql`${recipient.state} in ('active', 'paused', 'unsubscribed', 'removed')`),
		check('person_or_address', sql`(${recipient.personId} is null) <> (${recipient.address} is null)`)
	]
);
