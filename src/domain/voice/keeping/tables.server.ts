import { sql } from 'drizzle-orm';
import {
	bigint,
	check,
	customType,
	date,
	index,
	integer,
	pgTable,
	primaryKey,
	smallint,
	text,
	timestamp,
	unique,
	uuid
} from 'drizzle-orm/pg-core';
import { person } from '../../auth/tables.server.ts';

const moment = () => timestamp({ withTimezone: true });
const bytes = customType<{ data: Uint8Array }>({ dataType: () => 'bytea' });

/**
 * Why words that customers wrote are gone: a person's right to erasure, the undo of an import, the end of the demo
 * company. Nothing else takes words away: triggers on `response` ask for the act of the same transaction.
 */
export const voiceAct = pgTable(
	'voice_act',
	{
		id: integer().primaryKey().generatedAlwaysAsIdentity(),
		kind: text({ enum: ['erasure', 'undo', 'demo removal'] }).notNull(),
		at: moment().notNull(),
		/** Absent: from the command line. */
		personId: integer().references(() => person.id),
		/** Why, in the words of whoever did it; never the words that went. */
		reason: text().notNull(),
		/** The import that was undone. */
		importId: integer(),
		/** The transaction that recorded it: in no other does it allow anything. */
		madeIn: bigint({ mode: 'number' })
			.notNull()
			.default(sql`(pg_current_xact_id())::text::bigint`)
	},
	(act) => [
		check('kind_is_known', sql`${act.kind} in ('erasure', 'undo', 'demo removal')`),
		check('undo_names_its_import', sql`(${act.kind} = 'undo') = (${act.importId} is not null)`),
		check('act_has_a_reason', sql`length(trim(${act.reason})) > 0`)
	]
);

/** An answer as it was before its source corrected it. Written by the trigger that lets the correction through. */
export const earlierWords = pgTable(
	'earlier_words',
	{
		/** The customer then; a source may have moved the answer since. */
		customerId: integer().notNull(),
		responseId: bigint({ mode: 'number' }).notNull(),
		version: smallint().notNull(),
		surveyId: integer().notNull(),
		respondedAt: moment().notNull(),
		score: smallint(),
		title: text(),
		comment: text(),
		/** When, and by which import, it was corrected. */
		replacedAt: moment().notNull(),
		importId: integer().notNull()
	},
	(earlier) => [
		primaryKey({ columns: [earlier.customerId, earlier.responseId, earlier.version] }),
		unique('earlier_version').on(earlier.responseId, earlier.version),
		index('earlier_words_of_import').on(earlier.importId)
	]
);

/**
 * A link of the chain: comments that arrived on a day, or the leaves whose words an act took. Its hash covers the one
 * before it, so that none can be changed, taken out or slipped in without all that follow.
 */
export const seal = pgTable(
	'seal',
	{
		/** Counts from 1 without a gap. */
		id: integer().primaryKey(),
		/** The day of arrival in the organisation's zone, as it was then. */
		day: date().notNull(),
		/** Set: this seals an act, not arrivals. */
		actId: integer()
			.unique()
			.references(() => voiceAct.id),
		/** How many leaves. */
		comments: integer().notNull(),
		/** SHA-256 of the leaves' hashes, one behind another. */
		root: bytes().notNull(),
		/** The hash of the seal before; of the first one 32 zero bytes. */
		previous: bytes().notNull(),
		hash: bytes().notNull(),
		sealedAt: moment().notNull()
	},
	(seal) => [
		index('seal_of_day').on(seal.day),
		check('seal_has_comments', sql`${seal.comments} > 0`),
		check('hashes_are_sha256', sql`octet_length(${seal.root} || ${seal.previous} || ${seal.hash}) = 96`)
	]
);

/** A leaf: one version of one comment, sealed. It stays when the words go, with the act that took them. */
export const sealedWords = pgTable(
	'sealed_words',
	{
		sealId: integer().notNull(),
		/** Where it stands in its seal, from 0. */
		place: integer().notNull(),
		customerId: integer().notNull(),
		responseId: bigint({ mode: 'number' }).notNull(),
		version: smallint().notNull(),
		/** When the words were written, so that withdrawn ones stay counted where they stood. */
		respondedAt: moment().notNull(),
		/** Goes with the words: without it the hash confirms no guess of what they were. */
		salt: uuid(),
		hash: bytes().notNull(),
		actId: integer().references(() => voiceAct.id)
	},
	(leaf) => [
		primaryKey({ columns: [leaf.sealId, leaf.place] }),
		unique('sealed_once').on(leaf.responseId, leaf.version),
		index('sealed_words_taken')
			.on(leaf.respondedAt)
			.where(sql`${leaf.actId} is not null`),
		index('sealed_words_of_act')
			.on(leaf.actId)
			.where(sql`${leaf.actId} is not null`),
		check('hash_is_sha256', sql`octet_length(${leaf.hash}) = 32`),
		check('salt_goes_with_the_words', sql`(${leaf.salt} is null) = (${leaf.actId} is not null)`)
	]
);

/** Somebody who asked to be erased, as a keyed hash: enough to know them again in a file, not to tell who they were. */
export const suppressedPerson = pgTable(
	'suppressed_person',
	{
		hash: text().primaryKey(),
		kind: text({ enum: ['e-mail', 'contact', 'customer'] }).notNull(),
		/** A customer's key from now on: the books go on under it without the person. */
		standsIn: text(),
		actId: integer()
			.notNull()
			.references(() => voiceAct.id)
	},
	(suppressed) => [
		check('kind_is_known', sql`${suppressed.kind} in ('e-mail', 'contact', 'customer')`),
		check(
			'only_customers_have_a_stand_in',
			sql`(${suppressed.kind} = 'customer') = (${suppressed.standsIn} is not null)`
		)
	]
);

/** What the hashes above are keyed with, made on first use. */
export const suppressionSecret = pgTable(
	'suppression_secret',
	{ id: integer().primaryKey().default(1), secret: text().notNull() },
	(secret) => [check('one_secret', sql`${secret.id} = 1`)]
);
