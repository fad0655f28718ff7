import { date, integer, pgTable, primaryKey, smallint, text } from 'drizzle-orm/pg-core';

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
