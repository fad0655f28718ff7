import {
	bigint,
	customType,
	foreignKey,
	index,
	integer,
	pgTable,
	primaryKey,
	smallint,
	text,
	timestamp
} from 'drizzle-orm/pg-core';
import { response } from '../../surveys/tables.server.ts';

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
