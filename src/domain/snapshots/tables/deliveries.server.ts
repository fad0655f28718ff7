import { sql } from 'drizzle-orm';
import {
	bigint,
	boolean,
	check,
	index,
	integer,
	pgTable,
	primaryKey,
	text,
	timestamp,
	uniqueIndex
} from 'drizzle-orm/pg-core';
import { person } from '../../auth/tables.server.ts';
import { snapshotEdition } from './editions.server.ts';
import { snapshotRecipient } from './schedules.server.ts';

const moment = () => timestamp({ withTimezone: true });

/** One message to one person, about one edition or about none, and what became of it. See docs/decisions/0025 and 0033. */
export const snapshotDelivery = pgTable(
	'snapshot_delivery',
	{
		id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
		/** Null: it is about none. */
		editionId: integer().references(() => snapshotEdition.id),
		/** 'trouble': tells the owner whom the edition did not reach. 'mention': see mention_mail. */
		kind: text({ enum: ['edition', 'trouble', 'mention'] }).notNull(),
		/** Null: a test, or to the owner. */
		recipientId: integer().references(() => snapshotRecipient.id),
		personId: integer().references(() => person.id),
		address: text().notNull(),
		dueAt: moment().notNull(),
		state: text({
			enum: [
				'queued',
				'sending',
				'sent',
				'in outbox',
				'deferred',
				'failed',
				'unknown',
				'bounced',
				'unsubscribed',
				'missed'
			]
		}).notNull(),
		/** Attempts since it was queued, or queued again by somebody. */
		tries: integer().notNull(),
		/** Not before this moment. */
		nextAt: moment().notNull(),
		/** No new attempt after it. */
		giveUpAt: moment().notNull(),
		/** The attempt that holds it, until the lease ends. */
		claim: text(),
		leaseUntil: moment(),
		/** Fixed from the start, so that a receiver who drops repeats can. */
		messageId: text().notNull().unique(),
		/** Left long after it was due. */
		late: boolean().notNull(),
		/** What the receiving server said last, or why nothing was sent. */
		answer: text(),
		endedAt: moment(),
		/** Who asked for it to go again. */
		askedBy: integer().references(() => person.id)
	},
	(delivery) => [
		uniqueIndex('one_delivery_a_recipient').on(delivery.editionId, delivery.kind, sql`lower(${delivery.address})`),
		index('snapshot_delivery_next')
			.on(delivery.nextAt)
			.where(sql`${delivery.state} in ('queued', 'deferred')`),
		index('snapshot_delivery_lease')
			.on(delivery.leaseUntil)
			.where(sql`${delivery.state} = 'sending'`),
		index('snapshot_delivery_of_recipient').on(delivery.recipientId),
		index('snapshot_delivery_letters')
			.on(delivery.id)
			.where(sql`${delivery.editionId} is null`),
		check('kind_is_known', sql`${delivery.kind} in ('edition', 'trouble', 'mention')`),
		check(
			'about_an_edition_or_a_letter',
			sql`(${delivery.kind} in ('edition', 'trouble')) = (${delivery.editionId} is not null)`
		),
		check('letters_go_to_somebody', sql`${delivery.editionId} is not null or ${delivery.personId} is not null`),
		check(
			'state_is_known',
			sql`${delivery.state} in ('queued', 'sending', 'sent', 'in outbox', 'deferred', 'failed', 'unknown', 'bounced', 'unsubscribed', 'missed')`
		),
		check(
			'sending_is_claimed',
			sql`${delivery.state} <> 'sending' or (${delivery.claim} is not null and ${delivery.leaseUntil} is not null)`
		),
		check(
			'ended_or_under_way',
			sql`(${delivery.state} in ('queued', 'sending', 'deferred')) = (${delivery.endedAt} is null)`
		)
	]
);

/** Every attempt to send a delivery: written before its content goes out, and again after. */
export const snapshotAttempt = pgTable(
	'snapshot_attempt',
	{
		deliveryId: bigint({ mode: 'number' })
			.notNull()
			.references(() => snapshotDelivery.id),
		number: integer().notNull(),
		at: moment().notNull(),
		/** 'sending' until it is known. */
		outcome: text({ enum: ['sending', 'sent', 'in outbox', 'deferred', 'failed', 'unknown'] }).notNull(),
		answer: text(),
		endedAt: moment()
	},
	(attempt) => [
		primaryKey({ columns: [attempt.deliveryId, attempt.number] }),
		check(
			'outcome_is_known',
			sql`${attempt.outcome} in ('sending', 'sent', 'in outbox', 'deferred', 'failed', 'unknown')`
		)
	]
);
