import { sql } from 'drizzle-orm';
import { bigint, check, foreignKey, index, integer, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import { person } from '../../auth/tables.server.ts';
import { response } from '../../surveys/tables.server.ts';

/** Somebody of ours has read these words. */
export const readReceipt = pgTable(
	'read_receipt',
	{
		customerId: integer().notNull(),
		responseId: bigint({ mode: 'number' }).notNull(),
		personId: integer()
			.notNull()
			.references(() => person.id, { onDelete: 'cascade' }),
		readAt: timestamp({ withTimezone: true }).notNull()
	},
	(receipt) => [
		primaryKey({ columns: [receipt.customerId, receipt.responseId, receipt.personId] }),
		index('read_receipt_of_person').on(receipt.personId, receipt.responseId),
		foreignKey({
			columns: [receipt.customerId, receipt.responseId],
			foreignColumns: [response.customerId, response.id]
		})
			.onDelete('cascade')
			.onUpdate('cascade')
	]
);

/** Somebody has chosen these words for the story with which a week's meeting opens; without a row, chance does. */
export const toldStory = pgTable(
	'told_story',
	{
		week: text().primaryKey(),
		customerId: integer().notNull(),
		responseId: bigint({ mode: 'number' }).notNull(),
		chosenBy: integer()
			.notNull()
			.references(() => person.id),
		chosenAt: timestamp({ withTimezone: true }).notNull()
	},
	(story) => [
		index('told_story_of').on(story.customerId, story.responseId),
		check('week_is_iso', sql`${story.week} ~ '^[0-9]{4}-W[0-9]{2}$'`),
		foreignKey({
			columns: [story.customerId, story.responseId],
			foreignColumns: [response.customerId, response.id]
		})
			.onDelete('cascade')
			.onUpdate('cascade')
	]
);

/**
 * A comment because of which somebody owes, or has done, something. Told by whoever follows up, a later concept into
 * which this one does not look.
 */
export const followedComment = pgTable(
	'followed_comment',
	{
		customerId: integer().notNull(),
		responseId: bigint({ mode: 'number' }).notNull(),
		/** How many follow-ups of it are still open. */
		open: integer().notNull()
	},
	(followed) => [
		primaryKey({ columns: [followed.customerId, followed.responseId] }),
		foreignKey({
			columns: [followed.customerId, followed.responseId],
			foreignColumns: [response.customerId, response.id]
		})
			.onDelete('cascade')
			.onUpdate('cascade')
	]
);
