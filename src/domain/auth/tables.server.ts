import { sql } from 'drizzle-orm';
import { bigint, check, index, integer, jsonb, pgTable, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core';

const moment = () => timestamp({ withTimezone: true });
const isRole = (column: unknown) => sql`${column} in ('executive', 'cco', 'analyst', 'administrator')`;

/** Somebody who may sign in. Without a password hash the invitation has not been taken up yet. */
export const person = pgTable(
	'person',
	{
		id: integer().primaryKey().generatedByDefaultAsIdentity(),
		email: text().notNull(),
		name: text().notNull(),
		role: text({ enum: ['executive', 'cco', 'analyst', 'administrator'] }).notNull(),
		/** argon2id, with its parameters. */
		passwordHash: text().notNull(),
		createdAt: moment().notNull().defaultNow(),
		disabledAt: moment()
	},
	(person) => [uniqueIndex('person_email').on(sql`lower(${person.email})`), check('role_is_known', isRole(person.role))]
);

/** A signed-in browser. The key is the SHA-256 of the token in its cookie; the token is nowhere but there. */
export const session = pgTable(
	'session',
	{
		id: text().primaryKey(),
		userId: integer()
			.notNull()
			.references(() => person.id, { onDelete: 'cascade' }),
		expiresAt: moment().notNull(),
		createdAt: moment().notNull().defaultNow()
	},
	(session) => [index('session_of_person').on(session.userId)]
);

/** A link that works once: the first administrator's, an invitation, a new password. Its key is a hash, too. */
export const oneTimeLink = pgTable(
	'one_time_link',
	{
		id: text().primaryKey(),
		purpose: text({ enum: ['setup', 'invitation', 'new-password'] }).notNull(),
		/** Whom it is for; a set-up link is for whoever reads the console. */
		email: text(),
		role: text({ enum: ['executive', 'cco', 'analyst', 'administrator'] }).notNull(),
		invitedBy: integer().references(() => person.id),
		createdAt: moment().notNull().defaultNow(),
		expiresAt: moment().notNull(),
		usedAt: moment()
	},
	(link) => [
		check('purpose_is_known', sql`${link.purpose} in ('setup', 'invitation', 'new-password')`),
		check('role_is_known', isRole(link.role))
	]
);

/** Failed sign-ins, kept here so that a restart does not forget them. Subject: hash of the e-mail or of the address. */
export const failedSignIn = pgTable(
	'failed_sign_in',
	{
		id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
		subject: text().notNull(),
		at: moment().notNull()
	},
	(failed) => [index('failed_sign_in_of_subject').on(failed.subject, failed.at)]
);

/** Lets a program use `/api/v1`. Only the hash of the token is kept. */
export const apiToken = pgTable('api_token', {
	id: integer().primaryKey().generatedAlwaysAsIdentity(),
	name: text().notNull(),
	hash: text().notNull().unique(),
	/** What of its maker's role it was made for. */
	scopes: text({ enum: ['read', 'mark', 'bounces'] })
		.array()
		.notNull()
		.default(['read']),
	createdBy: integer()
		.notNull()
		.references(() => person.id),
	createdAt: moment().notNull().defaultNow(),
	lastUsedAt: moment(),
	revokedAt: moment()
});

/** Lets a feed reader, which cannot sign in, read what its owner may. Only the hash of the token is kept. */
export const feedToken = pgTable(
	'feed_token',
	{
		id: integer().primaryKey().generatedAlwaysAsIdentity(),
		personId: integer()
			.notNull()
			.references(() => person.id, { onDelete: 'cascade' }),
		hash: text().notNull().unique(),
		createdAt: moment().notNull(),
		lastUsedAt: moment(),
		revokedAt: moment()
	},
	(token) => [
		uniqueIndex('feed_token_of_person')
			.on(token.personId)
			.where(sql`${token.revokedAt} is null`)
	]
);

/** Who did what, when. Written with every change, never changed itself: the database refuses it, but for an erasure. */
export const auditEntry = pgTable(
	'audit_entry',
	{
		id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
		at: moment().notNull().defaultNow(),
		/** Null: done from the command line, or by somebody not signed in. */
		personId: integer().references(() => person.id),
		action: text().notNull(),
		/** What it was done to, in words a reader of the log understands; never a comment, never a secret. */
		subject: text().notNull(),
		detail: jsonb()
	},
	(entry) => [index('audit_entry_at').on(entry.at)]
);
