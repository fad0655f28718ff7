import { sql } from 'drizzle-orm';
import {
	bigint,
	boolean,
	check,
	foreignKey,
	index,
	integer,
	pgTable,
	primaryKey,
	smallint,
	text,
	timestamp,
	unique
} from 'drizzle-orm/pg-core';
import { contact, customer, source } from '../customers/tables.server.ts';

const moment = () => timestamp({ withTimezone: true });

/** A question that is put again and again: about the relationship as a whole, or after one touchpoint. */
export const survey = pgTable(
	'survey',
	{
		id: integer().primaryKey().generatedAlwaysAsIdentity(),
		sourceId: smallint()
			.notNull()
			.references(() => source.id),
		name: text().notNull(),
		kind: text({ enum: ['relationship', 'transactional'] }).notNull(),
		metric: text({ enum: ['nps', 'csat', 'ces'] }).notNull(),
		/** False only for the old effort question, where a low answer is a good one. */
		highIsGood: boolean().notNull().default(true),
		/** What the customer had just gone through; a relationship survey has none. */
		touchpoint: text(),
		/**
		 * Surveys whose answers make one line on a chart: the same metric, asked about the same thing. A new wave or
		 * another tool continues the line; another scale or direction never does.
		 */
		series: text()
			.notNull()
			.generatedAlwaysAs(
				sql`metric || case when high_is_good then '' else '-reversed' end || ':' || coalesce(touchpoint, 'relationship')`
			)
	},
	(survey) => [
		unique('survey_name').on(survey.sourceId, survey.name),
		unique('survey_metric').on(survey.id, survey.metric),
		check('kind_is_known', sql`${survey.kind} in ('relationship', 'transactional')`),
		check('metric_is_known', sql`${survey.metric} in ('nps', 'csat', 'ces')`),
		check('only_effort_is_reversed', sql`${survey.highIsGood} or ${survey.metric} = 'ces'`),
		check('touchpoint_by_kind', sql`(${survey.kind} = 'transactional') = (${survey.touchpoint} is not null)`)
	]
);

/** Somebody was asked. With no response that refers to it, they stayed silent. */
export const invitation = pgTable(
	'invitation',
	{
		customerId: integer().notNull(),
		id: bigint({ mode: 'number' }).notNull().generatedAlwaysAsIdentity(),
		surveyId: integer()
			.notNull()
			.references(() => survey.id),
		contactId: integer(),
		sourceId: smallint()
			.notNull()
			.references(() => source.id),
		sourceInvitationId: text().notNull(),
		channel: text(),
		sentAt: moment().notNull(),
		/** It never arrived. */
		bouncedAt: moment(),
		importId: integer().notNull()
	},
	(invitation) => [
		primaryKey({ columns: [invitation.customerId, invitation.id] }),
		unique('invitation_source').on(invitation.sourceId, invitation.sourceInvitationId),
		index('invitation_import').using('brin', invitation.importId),
		foreignKey({ columns: [invitation.customerId], foreignColumns: [customer.id] }),
		foreignKey({
			columns: [invitation.customerId, invitation.contactId],
			foreignColumns: [contact.customerId, contact.id]
		})
	]
);

/** What a customer answered: a score, words, or both. The words are stored as they were written. */
export const response = pgTable(
	'response',
	{
		customerId: integer().notNull(),
		id: bigint({ mode: 'number' }).notNull().generatedAlwaysAsIdentity(),
		surveyId: integer().notNull(),
		/** The survey's metric, beside the score so that the database can refuse an 11. */
		metric: text({ enum: ['nps', 'csat', 'ces'] }).notNull(),
		contactId: integer(),
		sourceId: smallint()
			.notNull()
			.references(() => source.id),
		sourceResponseId: text().notNull(),
		sourceInvitationId: text(),
		respondedAt: moment().notNull(),
		receivedAt: moment().notNull().defaultNow(),
		/** Absent: they wrote without scoring. */
		score: smallint(),
		title: text(),
		comment: text(),
		/** BCP 47, where the source says. */
		language: text(),
		channel: text(),
		importId: integer().notNull(),
		/** Which version of the answer this is: a source that corrects it makes the next one, and the earlier one is kept. */
		version: smallint().notNull().default(1),
		/** How many versions there have ever been: a number is not used twice, even after an undo. */
		versions: smallint().notNull().default(1),
		/** Set: the words were erased because the person asked for it. */
		erasedAt: moment()
	},
	(response) => [
		primaryKey({ columns: [response.customerId, response.id] }),
		unique('response_source').on(response.sourceId, response.sourceResponseId),
		index('response_import').using('brin', response.importId),
		index('response_responded_at').on(response.respondedAt, response.id),
		index('response_with_words')
			.on(response.respondedAt, response.id)
			.where(sql`${response.comment} is not null or ${response.title} is not null or ${response.erasedAt} is not null`),
		index('response_erased')
			.on(response.id)
			.where(sql`${response.erasedAt} is not null`),
		foreignKey({ columns: [response.customerId], foreignColumns: [customer.id] }),
		foreignKey({
			columns: [response.customerId, response.contactId],
			foreignColumns: [contact.customerId, contact.id]
		}),
		foreignKey({ columns: [response.surveyId, response.metric], foreignColumns: [survey.id, survey.metric] }),
		check(
			'score_on_its_scale',
			sql`case ${response.metric} when 'nps' then ${response.score} between 0 and 10 when 'csat' then ${response.score} between 1 and 5 else ${response.score} between 1 and 7 end`
		),
		check(
			'says_something',
			sql`num_nonnulls(${response.score}, ${response.title}, ${response.comment}, ${response.erasedAt}) > 0`
		),
		check(
			'erased_means_wordless',
			sql`${response.erasedAt} is null or num_nonnulls(${response.title}, ${response.comment}, ${response.contactId}) = 0`
		),
		check('versions_in_order', sql`${response.version} between 1 and ${response.versions}`)
	]
);
