import { sql } from 'drizzle-orm';
import {
	bigint,
	boolean,
	check,
	customType,
	date,
	foreignKey,
	index,
	integer,
	pgTable,
	primaryKey,
	smallint,
	text,
	timestamp
} from 'drizzle-orm/pg-core';
import { person } from '../auth/tables.server.ts';
import { response } from '../surveys/tables.server.ts';

export {
	earlierWords,
	seal,
	sealedWords,
	suppressedPerson,
	suppressionSecret,
	voiceAct
} from './keeping/tables.server.ts';
export { commentBlock, commentList, unlistedComment } from './listing/tables.server.ts';
export { staffName } from './masking/tables.server.ts';

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

/** Words with their places, as Postgres searches them. */
const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' });

/**
 * Derived: each comment as search and filters see it, brought up to date with every refresh. Its words go at once when
 * those of the comment change or are erased. What is hidden from readers is not among them. Nothing here is ever shown.
 */
export const searchableComment = pgTable(
	'searchable_comment',
	{
		customerId: integer().notNull(),
		responseId: bigint({ mode: 'number' }).notNull(),
		respondedAt: timestamp({ withTimezone: true }).notNull(),
		surveyId: integer().notNull(),
		/** Absent: they wrote without scoring. */
		score: smallint(),
		feeling: text({ enum: ['high', 'middle', 'low'] }),
		segment: text(),
		region: text(),
		plan: text(),
		/** What the customer paid a year on the day of the words; absent: nothing. */
		perYearMinor: bigint({ mode: 'number' }),
		/** By whose rules words are forms of one another: 'english', or 'simple' where none are known. */
		language: text().notNull(),
		words: tsvector().notNull()
	},
	(comment) => [
		primaryKey({ columns: [comment.customerId, comment.responseId] }),
		foreignKey({
			columns: [comment.customerId, comment.responseId],
			foreignColumns: [response.customerId, response.id]
		})
			.onDelete('cascade')
			.onUpdate('cascade'),
		// All that filters ask for, so that counting never leaves the index.
		index('searchable_comment_newest').on(
			comment.respondedAt,
			comment.responseId,
			comment.customerId,
			comment.surveyId,
			comment.score,
			comment.feeling,
			comment.segment,
			comment.region,
			comment.plan,
			comment.perYearMinor
		),
		// With when and whose, so that what lists tell of is looked up without leaving it.
		index('searchable_comment_arrival').on(comment.responseId, comment.respondedAt, comment.customerId),
		index('searchable_comment_words').using('gin', comment.words)
	]
);

/** Derived: a word that occurs in comments, by the language of these, and in how many. */
export const commentWord = pgTable(
	'comment_word',
	{
		word: text().notNull(),
		language: text().notNull(),
		/** What all forms of the word have in common, as far as the language is known. */
		stem: text().notNull(),
		comments: integer().notNull()
	},
	(word) => [
		primaryKey({ columns: [word.word, word.language] }),
		index('comment_word_stem').on(word.stem, word.language)
	]
);

/** Kept sum: how many comments came or went at one time. All changes together are how many there are. */
export const commentTally = pgTable('comment_tally', {
	id: integer().primaryKey().generatedAlwaysAsIdentity(),
	change: integer().notNull()
});

/** Kept sum, by triggers: comments by what most filters ask for. Empty text: not known; score -1 and no feeling: no score. */
export const commentSlice = pgTable(
	'comment_slice',
	{
		surveyId: integer().notNull(),
		score: smallint().notNull(),
		feeling: text().notNull(),
		segment: text().notNull(),
		region: text().notNull(),
		plan: text().notNull(),
		comments: integer().notNull()
	},
	(slice) => [
		primaryKey({
			name: 'comment_slice_key',
			columns: [slice.surveyId, slice.score, slice.feeling, slice.segment, slice.region, slice.plan]
		})
	]
);

/** Kept sum, by triggers: the same by month, and by how much the customer paid. */
export const commentMonth = pgTable(
	'comment_month',
	{
		/** First day, in UTC. */
		month: date().notNull(),
		surveyId: integer().notNull(),
		score: smallint().notNull(),
		feeling: text().notNull(),
		segment: text().notNull(),
		region: text().notNull(),
		plan: text().notNull(),
		/** Of what the customer paid a year, in minor units: 4 is 10,000 and more, below 100,000; -1: nothing. */
		magnitude: smallint().notNull(),
		comments: integer().notNull()
	},
	(kept) => [
		primaryKey({
			name: 'comment_month_key',
			columns: [
				kept.month,
				kept.surveyId,
				kept.score,
				kept.feeling,
				kept.segment,
				kept.region,
				kept.plan,
				kept.magnitude
			]
		})
	]
);

/** What customers speak of, found by rules that somebody wrote. */
export const theme = pgTable('theme', {
	id: integer().primaryKey().generatedAlwaysAsIdentity(),
	name: text().notNull().unique(),
	/** Goes up with each change of its rules: what was checked of an earlier one says nothing of this. */
	version: integer().notNull().default(1),
	/** Absent: it came with the demo company. */
	madeBy: integer().references(() => person.id, { onDelete: 'set null' }),
	fromDemo: boolean().notNull().default(false),
	changedAt: timestamp({ withTimezone: true }).notNull()
});

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

/** The words and phrases by which a theme is found in one language, as they were written; empty: in any language. */
export const themeRule = pgTable(
	'theme_rule',
	{
		themeId: integer()
			.notNull()
			.references(() => theme.id, { onDelete: 'cascade' }),
		language: text().notNull(),
		rule: text().notNull()
	},
	(rule) => [
		primaryKey({ columns: [rule.themeId, rule.language] }),
		check('language_is_a_code', sql`${rule.language} ~ '^([a-z]{2,3})?$'`)
	]
);

/**
 * Derived: a comment's words as rules are looked for in them: without case, punctuation and invisible characters, a space
 * on both sides of each, title and text apart, and without what is hidden from readers.
 */
export const commentWords = pgTable(
	'comment_words',
	{
		customerId: integer().notNull(),
		responseId: bigint({ mode: 'number' }).notNull(),
		respondedAt: timestamp({ withTimezone: true }).notNull(),
		/** Its first part, as 'de'; empty: nobody has said. */
		language: text().notNull(),
		words: text().notNull()
	},
	(words) => [primaryKey({ columns: [words.customerId, words.responseId] })]
);

/** Derived: a comment is about a theme, by its rules. */
export const commentTheme = pgTable(
	'comment_theme',
	{
		customerId: integer().notNull(),
		responseId: bigint({ mode: 'number' }).notNull(),
		themeId: integer()
			.notNull()
			.references(() => theme.id, { onDelete: 'cascade' }),
		respondedAt: timestamp({ withTimezone: true }).notNull()
	},
	(found) => [
		primaryKey({ columns: [found.customerId, found.responseId, found.themeId] }),
		index('comment_theme_newest').on(found.themeId, found.respondedAt, found.responseId)
	]
);

/** Kept sum: comments of a month about a theme; theme 0: all comments, whatever they are about. */
export const themeCell = pgTable(
	'theme_cell',
	{
		themeId: integer().notNull(),
		/** First of the month. */
		month: date().notNull(),
		series: text().notNull(),
		segment: text().notNull(),
		region: text().notNull(),
		plan: text().notNull(),
		/** -1: words without a score. */
		score: smallint().notNull(),
		comments: integer().notNull()
	},
	(cell) => [
		primaryKey({
			name: 'theme_cell_key',
			columns: [cell.themeId, cell.month, cell.series, cell.segment, cell.region, cell.plan, cell.score]
		})
	]
);

/** Somebody has read a comment that a theme's rules found, and said whether it is about the theme. */
export const themeLabel = pgTable(
	'theme_label',
	{
		themeId: integer()
			.notNull()
			.references(() => theme.id, { onDelete: 'cascade' }),
		/** Of the rules that found it. */
		version: integer().notNull(),
		customerId: integer().notNull(),
		responseId: bigint({ mode: 'number' }).notNull(),
		isRight: boolean().notNull(),
		personId: integer().references(() => person.id, { onDelete: 'set null' }),
		at: timestamp({ withTimezone: true }).notNull()
	},
	(label) => [primaryKey({ columns: [label.themeId, label.version, label.customerId, label.responseId] })]
);
