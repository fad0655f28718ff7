import { sql } from 'drizzle-orm';
import { bigint, check, date, index, integer, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import { person } from '../auth/tables.server.ts';
import { customer } from '../customers/tables.server.ts';

const moment = () => timestamp({ withTimezone: true });

/** Something that somebody owes a customer: to call back, to thank, or what they were promised. */
export const followUp = pgTable(
	'follow_up',
	{
		customerId: integer()
			.notNull()
			.references(() => customer.id),
		id: integer().notNull().generatedAlwaysAsIdentity(),
		/** The answer that called for it; null: none did. It may have been withdrawn since. */
		responseId: bigint({ mode: 'number' }),
		kind: text({ enum: ['call back', 'thank', 'promise'] }).notNull(),
		/** What is to be done, or was promised; null: erased with the person. */
		what: text(),
		ownerId: integer()
			.notNull()
			.references(() => person.id),
		dueOn: date().notNull(),
		openedBy: integer()
			.notNull()
			.references(() => person.id),
		openedAt: moment().notNull(),
		state: text({ enum: ['open', 'done', 'dropped'] })
			.notNull()
			.default('open'),
		/** What came of it, and what the customer was told; null while it is open, or erased with the person. */
		outcome: text(),
		endedBy: integer().references(() => person.id),
		endedAt: moment(),
		erasedAt: moment()
	},
	(followUp) => [
		primaryKey({ columns: [followUp.customerId, followUp.id] }),
		index('follow_up_open')
			.on(followUp.dueOn)
			.where(sql`state = 'open'`),
		check('kind_is_known', sql`${followUp.kind} in ('call back', 'thank', 'promise')`),
		check('state_is_known', sql`${followUp.state} in ('open', 'done', 'dropped')`),
		check('end_is_told', sql`(${followUp.state} = 'open') = (${followUp.endedAt} is null)`),
		check(
			'words_are_there_or_erased',
			sql`(${followUp.what} is null) = (${followUp.erasedAt} is not null)
				and (${followUp.outcome} is null) = (${followUp.erasedAt} is not null or ${followUp.state} = 'open')`
		)
	]
);

/** Somebody of ours and somebody of the customer's spoke, and what ours heard. */
export const conversation = pgTable(
	'conversation',
	{
		customerId: integer()
			.notNull()
			.references(() => customer.id),
		id: integer().notNull().generatedAlwaysAsIdentity(),
		personId: integer()
			.notNull()
			.references(() => person.id),
		heldOn: date().notNull(),
		channel: text({ enum: ['call', 'visit', 'video call', 'e-mail'] }).notNull(),
		/** With whom, as far as it was noted; null as well when erased with the person. */
		withWhom: text(),
		/** What was heard; null: erased with the person. */
		heard: text(),
		writtenAt: moment().notNull(),
		erasedAt: moment()
	},
	(conversation) => [
		primaryKey({ columns: [conversation.customerId, conversation.id] }),
		check('channel_is_known', sql`${conversation.channel} in ('call', 'visit', 'video call', 'e-mail')`),
		check('words_are_there_or_erased', sql`(${conversation.heard} is null) = (${conversation.erasedAt} is not null)`)
	]
);
