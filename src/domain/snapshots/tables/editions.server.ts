import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, pgTable, text, timestamp, unique } from 'drizzle-orm/pg-core';
import { person } from '../../auth/tables.server.ts';
import { snapshotSchedule } from './schedules.server.ts';

const moment = () => timestamp({ withTimezone: true });

/**
 * What came of an occurrence of a schedule: one row, written once. A trigger refuses every change but an erasure's; see
 * docs/decisions/0025.
 */
export const snapshotEdition = pgTable(
	'snapshot_edition',
	{
		id: integer().primaryKey().generatedAlwaysAsIdentity(),
		scheduleId: integer()
			.notNull()
			.references(() => snapshotSchedule.id),
		occasion: text({ enum: ['clock', 'review closed', 'now', 'test'] }).notNull(),
		/** By the clock the day, '2026-11-30'; after a review its week, '2026-W48'; otherwise the moment it was asked for. */
		occurrence: text().notNull(),
		dueAt: moment().notNull(),
		fate: text({ enum: ['made', 'skipped', 'missed'] }).notNull(),
		/** Why there is nothing to read; null: there is. */
		why: text(),
		/** The week it tells of. */
		week: text().notNull(),
		/** Made long after it was due, as nothing ran then. */
		late: boolean().notNull(),
		/** Which shape the contents have. */
		shape: integer(),
		/** Text rather than jsonb, which would bring keys and numbers into an order and a form of its own. */
		contents: text(),
		madeAt: moment().notNull(),
		/** Null: the clock. */
		askedBy: integer().references(() => person.id)
	},
	(edition) => [
		unique('one_edition_an_occurrence').on(edition.scheduleId, edition.occasion, edition.occurrence),
		index('snapshot_edition_made').on(edition.madeAt),
		check('occasion_is_known', sql`${edition.occasion} in ('clock', 'review closed', 'now', 'test')`),
		check('fate_is_known', sql`${edition.fate} in ('made', 'skipped', 'missed')`),
		check('week_is_iso', sql`${edition.week} ~ '^[0-9]{4}-W[0-9]{2}$'`),
		check(
			'made_or_why_not',
			sql`(${edition.fate} = 'made') = (${edition.contents} is not null)
				and (${edition.fate} = 'made') = (${edition.shape} is not null)
				and (${edition.fate} = 'made') = (${edition.why} is null)`
		)
	]
);
