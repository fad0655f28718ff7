import { sql } from 'drizzle-orm';
import {
	bigint,
	boolean,
	char,
	check,
	date,
	doublePrecision,
	index,
	integer,
	jsonb,
	pgTable,
	primaryKey,
	smallint,
	text,
	timestamp
} from 'drizzle-orm/pg-core';
import { person } from '../auth/tables.server.ts';
import { insight } from '../insights/tables.server.ts';
import type { Judgement } from './verdict.ts';

const moment = () => timestamp({ withTimezone: true });
const somebody = () =>
	integer()
		.notNull()
		.references(() => person.id);
const ofBet = () =>
	integer()
		.notNull()
		.references(() => bet.id);

/** Something that is tried because it should do something for customers. What it says is in its versions. */
export const bet = pgTable('bet', {
	id: integer().primaryKey().generatedAlwaysAsIdentity(),
	/** The insight it came from; absent: none. */
	insightId: integer().references(() => insight.id),
	/** The theme or touchpoint it is about; empty: none. */
	about: text().notNull(),
	/** Whether it is about the made-up company. */
	ofDemo: boolean().notNull(),
	madeBy: somebody(),
	madeAt: moment().notNull()
});

/** A bet as somebody wrote it down, with its forecast. A change is another row, and none is taken once the groups are made. */
export const betVersion = pgTable(
	'bet_version',
	{
		betId: ofBet(),
		version: smallint().notNull(),
		hypothesis: text().notNull(),
		ownerId: somebody(),
		costMinor: bigint({ mode: 'number' }).notNull(),
		currency: char({ length: 3 }).notNull(),
		startsOn: date().notNull(),
		/** The last day on which customers get it. */
		endsOn: date().notNull(),
		/** Filters as an address has them, '-' for not known; absent: any. */
		segment: text(),
		region: text(),
		plan: text(),
		/** Keys of the customers; absent: those whom the filters find. */
		customers: text().array(),
		comparison: text({ enum: ['draw', 'group'] }).notNull(),
		/** Of a draw: the share who get it. */
		share: doublePrecision(),
		/** Of a comparison: who has this value gets it. */
		groupSlice: text({ enum: ['segment', 'region', 'plan'] }),
		groupValue: text(),
		measure: text({ enum: ['score', 'nps', 'staying', 'revenue'] }).notNull(),
		series: text(),
		months: smallint().notNull(),
		/** What is expected, and between what it ends with 80 in 100: points, a share of one, or minor units a customer. */
		expected: doublePrecision().notNull(),
		expectedLow: doublePrecision().notNull(),
		expectedHigh: doublePrecision().notNull(),
		/** What it is worth if the forecast holds. */
		worthMinor: bigint({ mode: 'number' }).notNull(),
		writtenBy: somebody(),
		writtenAt: moment().notNull()
	},
	(version) => [
		primaryKey({ columns: [version.betId, version.version] }),
		check('starts_before_it_ends', sql`${version.startsOn} <= ${version.endsOn}`),
		check('costs_no_less_than_nothing', sql`${version.costMinor} >= 0`),
		check('measured_for_months', sql`${version.months} between 1 and 24`),
		check(
			'drawn_or_by_group',
			sql`case ${version.comparison} when 'draw' then ${version.share} > 0 and ${version.share} < 1 and ${version.groupSlice} is null else ${version.comparison} = 'group' and ${version.share} is null and ${version.groupSlice} in ('segment', 'region', 'plan') and ${version.groupValue} is not null end`
		),
		check('measure_is_known', sql`${version.measure} in ('score', 'nps', 'staying', 'revenue')`),
		check('scores_have_a_series', sql`${version.measure} not in ('score', 'nps') or ${version.series} is not null`),
		check(
			'forecast_in_order',
			sql`${version.expectedLow} < ${version.expectedHigh} and ${version.expected} between ${version.expectedLow} and ${version.expectedHigh}`
		)
	]
);

/** That the groups of a bet were made, by which version, and what they would show. From then on nothing of it changes. */
export const betStart = pgTable(
	'bet_start',
	{
		betId: ofBet().primaryKey(),
		version: smallint().notNull(),
		/** What the draw was made with; absent: groups by who they are. */
		seed: text(),
		gets: integer().notNull(),
		others: integer().notNull(),
		/** The smallest effect that would be found in 80 of 100 such trials; absent: for the reason. */
		detectable: doublePrecision(),
		whyNot: text(),
		/** The day on which it was made, in the organisation's zone, and the first on which anybody gets it. */
		madeOn: date().notNull(),
		startsOn: date().notNull(),
		startedBy: somebody(),
		startedAt: moment().notNull()
	},
	(start) => [
		check('made_before_anybody_gets_it', sql`${start.madeOn} <= ${start.startsOn}`),
		check('detectable_or_why_not', sql`(${start.detectable} is null) = (${start.whyNot} is not null)`)
	]
);

/**
 * A customer of a bet, and whether they get it. The key as it was then, so that anybody can repeat the draw; without a
 * foreign key, since customers may be taken back with their import, and then this row says that they were here.
 */
export const betMember = pgTable(
	'bet_member',
	{
		betId: ofBet(),
		customerId: integer().notNull(),
		key: text().notNull(),
		/** The key of the account at the top: accounts of one parent are drawn, and counted, as one. */
		unit: text().notNull(),
		gets: boolean().notNull()
	},
	(member) => [primaryKey({ columns: [member.customerId, member.betId] }), index('bet_member_of').on(member.betId)]
);

/** How a bet came out, once its outcomes were complete. */
export const betVerdict = pgTable(
	'bet_verdict',
	{
		betId: ofBet().primaryKey(),
		/** Absent together: it could not be told, for the reason. */
		value: doublePrecision(),
		low: doublePrecision(),
		high: doublePrecision(),
		n: integer(),
		reason: text(),
		definition: text().notNull(),
		definitionVersion: smallint().notNull(),
		judgement: jsonb().$type<Judgement>().notNull(),
		/** The first day after the months measured, and the day of the verdict. */
		completeOn: date().notNull(),
		judgedOn: date().notNull(),
		/** Absent: the product, as soon as it could. */
		judgedBy: integer().references(() => person.id),
		judgedAt: moment().notNull()
	},
	(verdict) => [
		check('never_before_it_is_complete', sql`${verdict.judgedOn} >= ${verdict.completeOn}`),
		check('value_or_reason', sql`(${verdict.value} is null) = (${verdict.reason} is not null)`)
	]
);

/** That a bet was stopped, and why. */
export const betStop = pgTable(
	'bet_stop',
	{ betId: ofBet().primaryKey(), why: text().notNull(), stoppedBy: somebody(), stoppedAt: moment().notNull() },
	(stop) => [check('stopping_has_a_reason', sql`${stop.why} <> ''`)]
);

/** The five whys behind a bet, as somebody left them: each answers why the one before it is so. */
export const betWhys = pgTable(
	'bet_whys',
	{
		betId: ofBet(),
		version: smallint().notNull(),
		whys: text().array().notNull(),
		writtenBy: somebody(),
		writtenAt: moment().notNull()
	},
	(whys) => [
		primaryKey({ columns: [whys.betId, whys.version] }),
		check('five_at_most', sql`cardinality(${whys.whys}) <= 5`)
	]
);
