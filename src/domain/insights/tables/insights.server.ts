import { sql } from 'drizzle-orm';
import {
	bigint,
	boolean,
	char,
	check,
	doublePrecision,
	index,
	integer,
	pgTable,
	primaryKey,
	smallint,
	text,
	timestamp,
	unique
} from 'drizzle-orm/pg-core';
import { person } from '../../auth/tables.server.ts';

const moment = () => timestamp({ withTimezone: true });
const somebody = () =>
	integer()
		.notNull()
		.references(() => person.id);
const ofInsight = () =>
	integer()
		.notNull()
		.references(() => insight.id);

/** A claim about our customers. What it says, whose it is and how it ended is in its versions. */
export const insight = pgTable(
	'insight',
	{
		id: integer().primaryKey().generatedAlwaysAsIdentity(),
		/** The week in which it was seen, and the filters it was seen through, as an address has them. */
		week: text().notNull(),
		population: text().notNull(),
		/** Whether it is about the made-up company. */
		ofDemo: boolean().notNull(),
		madeBy: somebody(),
		madeAt: moment().notNull()
	},
	(insight) => [
		index('insight_of_week').on(insight.week),
		check('week_is_iso', sql`${insight.week} ~ '^[0-9]{4}-W[0-9]{2}$'`)
	]
);

/** An insight as somebody left it. A change is another row: nothing is written over. */
export const insightVersion = pgTable(
	'insight_version',
	{
		insightId: ofInsight(),
		version: smallint().notNull(),
		claim: text().notNull(),
		ownerId: somebody(),
		state: text({ enum: ['open', 'being worked on', 'ended'] }).notNull(),
		/** What came of it; absent until it ends. */
		endKind: text({ enum: ['bet', 'decision', 'no action'] }),
		/** The bet, or why nothing is done. */
		endText: text(),
		/** The number of the decision. Decisions come later than insights, so that it is only that. */
		endDecision: integer(),
		/** The number of the bet, which comes later than insights, too; absent: a bet in words alone. */
		endBet: integer(),
		/** Words by which comments about it are found beside the themes of its evidence; empty: none. */
		words: text().notNull(),
		writtenBy: somebody(),
		writtenAt: moment().notNull()
	},
	(version) => [
		primaryKey({ columns: [version.insightId, version.version] }),
		check('state_is_known', sql`${version.state} in ('open', 'being worked on', 'ended')`),
		check('end_is_known', sql`${version.endKind} in ('bet', 'decision', 'no action')`),
		check('end_is_told', sql`(${version.state} = 'ended') = (${version.endKind} is not null)`),
		check(
			'end_has_its_words',
			sql`coalesce(${version.endKind} in ('bet', 'no action'), false) = (${version.endText} is not null)`
		),
		check(
			'end_has_its_decision',
			sql`coalesce(${version.endKind} = 'decision', false) = (${version.endDecision} is not null)`
		),
		check('only_bets_have_a_bet', sql`${version.endBet} is null or coalesce(${version.endKind} = 'bet', false)`)
	]
);

/** A figure as it was seen when it was pinned. */
export const insightFigure = pgTable(
	'insight_figure',
	{
		id: integer().primaryKey().generatedAlwaysAsIdentity(),
		insightId: ofInsight(),
		/** As programs know it: 'nps', 'staying.detractors'. */
		figure: text().notNull(),
		version: smallint().notNull(),
		week: text().notNull(),
		/** The filters it was seen through, as an address has them. */
		query: text().notNull(),
		name: text().notNull(),
		unit: text({ enum: ['points', 'share', 'money', 'count', 'months'] }).notNull(),
		currency: char({ length: 3 }),
		/** Absent together: there was too little evidence, for the reason. */
		value: doublePrecision(),
		low: doublePrecision(),
		high: doublePrecision(),
		n: bigint({ mode: 'number' }).notNull(),
		reason: text(),
		grade: text({ enum: ['A', 'B', 'C', 'D'] }),
		definition: text().notNull(),
		population: text().notNull(),
		pinnedBy: somebody(),
		pinnedAt: moment().notNull()
	},
	(figure) => [
		unique('figure_pinned_once').on(figure.insightId, figure.figure, figure.week, figure.query),
		check('value_or_reason', sql`(${figure.value} is null) = (${figure.reason} is not null)`)
	]
);

/**
 * A comment for an insight, or against it. Without a foreign key to the answer: words may be erased or taken back, and
 * then this row says that they were here.
 */
export const insightComment = pgTable(
	'insight_comment',
	{
		insightId: ofInsight(),
		customerId: integer().notNull(),
		responseId: bigint({ mode: 'number' }).notNull(),
		side: text({ enum: ['for', 'against'] }).notNull(),
		/** Which version of the words was read. */
		version: smallint().notNull(),
		/** How they felt who wrote it; absent: they gave no score. */
		feeling: text({ enum: ['high', 'middle', 'low'] }),
		pinnedBy: somebody(),
		pinnedAt: moment().notNull(),
		/** Taken off again; it stays told. */
		takenOffBy: integer().references(() => person.id),
		takenOffAt: moment()
	},
	(comment) => [
		primaryKey({ columns: [comment.insightId, comment.responseId] }),
		index('insight_comment_of').on(comment.responseId),
		check('side_is_known', sql`${comment.side} in ('for', 'against')`),
		check('taken_off_by_somebody', sql`(${comment.takenOffBy} is null) = (${comment.takenOffAt} is null)`)
	]
);

/** What somebody said to an insight. */
export const insightReply = pgTable(
	'insight_reply',
	{
		id: integer().primaryKey().generatedAlwaysAsIdentity(),
		insightId: ofInsight(),
		text: text().notNull(),
		saidBy: somebody(),
		saidAt: moment().notNull()
	},
	(reply) => [index('insight_reply_of').on(reply.insightId), check('saying_has_words', sql`${reply.text} <> ''`)]
);
