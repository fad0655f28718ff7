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
	timestamp
} from 'drizzle-orm/pg-core';
import { person } from '../auth/tables.server.ts';

export { insight, insightComment, insightFigure, insightReply, insightVersion } from './tables/insights.server.ts';

const moment = () => timestamp({ withTimezone: true });
const isWeek = (column: unknown) => sql`${column} ~ '^[0-9]{4}-W[0-9]{2}$'`;
const somebody = () =>
	integer()
		.notNull()
		.references(() => person.id);

/** Where a note sits on a chart: on what of its data, and of which customers. Never changed. */
export const mark = pgTable(
	'mark',
	{
		id: integer().primaryKey().generatedAlwaysAsIdentity(),
		chart: text().notNull(),
		/** Keys of places in the chart, as 'month:2026-10'; the same for a single point. */
		fromPlace: text().notNull(),
		toPlace: text().notNull(),
		/** What the places were called. */
		pointsAt: text().notNull(),
		/** The filters of the page as its address has them, with the survey. */
		population: text().notNull(),
		week: text().notNull(),
		/** What the chart said there; absent: nothing. */
		saw: text(),
		/** Whether it is about the made-up company. */
		ofDemo: boolean().notNull(),
		placedBy: somebody(),
		placedAt: moment().notNull(),
		/** Name of the token by which a program sent it. */
		through: text()
	},
	(mark) => [index('mark_on_chart').on(mark.chart), check('week_is_iso', isWeek(mark.week))]
);

/** A wording of a mark. A change is another row: nothing is written over. */
export const markText = pgTable(
	'mark_text',
	{
		markId: integer()
			.notNull()
			.references(() => mark.id),
		version: smallint().notNull(),
		text: text().notNull(),
		writtenBy: somebody(),
		writtenAt: moment().notNull()
	},
	(text) => [primaryKey({ columns: [text.markId, text.version] })]
);

/** What somebody said to a mark; also that it was settled, or taken up again. */
export const markReply = pgTable(
	'mark_reply',
	{
		id: integer().primaryKey().generatedAlwaysAsIdentity(),
		markId: integer()
			.notNull()
			.references(() => mark.id),
		kind: text({ enum: ['said', 'resolved', 'reopened'] }).notNull(),
		/** Empty where a mark was settled without a word. */
		text: text().notNull(),
		saidBy: somebody(),
		saidAt: moment().notNull()
	},
	(reply) => [
		index('mark_reply_of').on(reply.markId),
		check('kind_is_known', sql`${reply.kind} in ('said', 'resolved', 'reopened')`),
		check('saying_has_words', sql`${reply.kind} <> 'said' or ${reply.text} <> ''`)
	]
);

/** Somebody was mentioned. `toldAt`: when the mail was queued that tells them; `seenAt`: when they said that they have seen it. */
export const mention = pgTable(
	'mention',
	{
		id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
		personId: somebody(),
		byId: somebody(),
		/** A mark or an insight, by its number. */
		kind: text({ enum: ['mark', 'insight'] }).notNull(),
		subjectId: integer().notNull(),
		text: text().notNull(),
		at: moment().notNull(),
		toldAt: moment(),
		seenAt: moment()
	},
	(mention) => [
		index('mention_of_person').on(mention.personId, mention.id),
		index('mention_to_tell')
			.on(mention.id)
			.where(sql`${mention.toldAt} is null`),
		check('kind_is_known', sql`${mention.kind} in ('mark', 'insight')`)
	]
);

/** Who wants no mail when somebody mentions them; their page of mentions tells them all the same. */
export const mentionMailsOff = pgTable('mention_mails_off', {
	personId: integer()
		.primaryKey()
		.references(() => person.id),
	since: moment().notNull()
});
