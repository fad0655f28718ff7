import { sql } from 'drizzle-orm';
import {
	bigint,
	boolean,
	check,
	date,
	index,
	integer,
	pgTable,
	primaryKey,
	smallint,
	text,
	timestamp
} from 'drizzle-orm/pg-core';
import { person } from '../../auth/tables.server.ts';

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

/**
 * Kept sum: what customers add to an interval who wrote more than one of the comments that are counted in the `months`
 * that end with `asOf`, since a customer's comments go together. `of` their score, among those about a theme in a series;
 * or the share of all comments that are about it, in any series (empty text). The sums are those of `repeated_answer_cell`;
 * of a share a code is 1 for a comment about the theme, and only customers are in a theme's sums who have written about
 * it: how many comments all of them wrote is told by theme 0.
 */
export const repeatedCommentCell = pgTable(
	'repeated_comment_cell',
	{
		themeId: integer().notNull(),
		of: text({ enum: ['score', 'share'] }).notNull(),
		months: smallint().notNull(),
		/** First of the last month. */
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
			name: 'repeated_comment_cell_key',
			columns: [cell.asOf, cell.of, cell.months, cell.themeId, cell.series, cell.segment, cell.region, cell.plan]
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
