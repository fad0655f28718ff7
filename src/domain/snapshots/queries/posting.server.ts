import { sql } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';
import { rows } from '#platform/db/rows.ts';
import { letterLateWithinHours } from '../delivery.ts';
import type { DeliveryKind, DeliveryState } from '../delivery.ts';
import type { RecipientState } from '../schedule.ts';

/** A message that one worker has in hand. */
export type Claimed = {
	id: number;
	claim: string;
	/** Null: it is about none. */
	editionId: number | null;
	kind: DeliveryKind;
	recipientId: number | null;
	hasAccount: boolean;
	address: string;
	dueAt: Date;
	tries: number;
	giveUpAt: Date;
	messageId: string;
	/** Somebody asked for it: it is not held against it that it is late. */
	isAskedFor: boolean;
	lateWithinHours: number;
	recipientState: RecipientState | null;
	personDisabled: boolean;
	schedulePaused: boolean;
	scheduleRemoved: boolean;
};

/**
 * Takes the message that has waited longest into one worker's hand, with its recipient as they are now. It stays queued:
 * should the worker die, it is free again when the lease ends, as nothing has gone out.
 */
export const claimNext = async (
	db: Db,
	{ claim, now, leaseUntil }: { claim: string; now: Date; leaseUntil: Date }
): Promise<Claimed | null> =>
	(
		await rows<Claimed>(
			db,
			sql`
				with taken as (
					update snapshot_delivery set claim = ${claim}, lease_until = ${leaseUntil.toISOString()}
					where id = (
						select id from snapshot_delivery
						where state in ('queued', 'deferred') and next_at <= ${now.toISOString()}
						  and (lease_until is null or lease_until < ${now.toISOString()})
						order by next_at, id
						limit 1
						for update skip locked
					)
					returning *
				)
				select taken.id, claim, edition_id as "editionId", kind, recipient_id as "recipientId",
					taken.person_id is not null as "hasAccount",
					coalesce(recipient.address, person.email, taken.address) as "address", taken.due_at as "dueAt", tries,
					give_up_at as "giveUpAt", message_id as "messageId",
					taken.asked_by is not null or coalesce(occasion in ('now', 'test'), false) as "isAskedFor",
					coalesce(late_within_hours, (${JSON.stringify(letterLateWithinHours)}::jsonb ->> kind)::int) as "lateWithinHours",
				 recipient.state as "recipientState",
					person.disabled_at is not null as "personDisabled", paused_at is not null as "schedulePaused",
					removed_at is not null as "scheduleRemoved"
				from taken
				left join snapshot_edition edition on edition.id = edition_id
				left join snapshot_schedule schedule on schedule.id = schedule_id
				left join snapshot_recipient recipient on recipient.id = recipient_id
				left join person on person.id = coalesce(recipient.person_id, taken.person_id)
			`
		)
	)[0] ?? null;

/**
 * Says, before the content's first byte goes out, that it does: committed, so that whoever finds it after a crash knows
 * that it may have arrived. False: it is not this worker's any more, or the recipient has stopped meanwhile.
 */
export const beginSending = (
	db: Db,
	{ id, claim }: Pick<Claimed, 'id' | 'claim'>,
	{ now, leaseUntil }: { now: Date; leaseUntil: Date }
): Promise<boolean> =>
	db.transaction(async (tx) => {
		const begun = await rows(
			tx,
			sql`
				update snapshot_delivery delivery
				set state = 'sending', tries = tries + 1, lease_until = ${leaseUntil.toISOString()}
				where id = ${id} and claim = ${claim} and state in ('queued', 'deferred') and lease_until > ${now.toISOString()}
				  and not exists (
					select from snapshot_recipient recipient
					where recipient.id = delivery.recipient_id and recipient.state <> 'active'
				  )
				returning id
			`
		);
		if (begun.length === 0) return false;
		await insertAttempt(tx, id, { outcome: 'sending', answer: null, at: now, endedAt: null });
		return true;
	});

type NewAttempt = { outcome: string; answer: string | null; at: Date; endedAt: Date | null };

const insertAttempt = (db: Db, id: number, { outcome, answer, at, endedAt }: NewAttempt) =>
	db.execute(sql`
		insert into snapshot_attempt (delivery_id, number, at, outcome, answer, ended_at)
		select ${id}, coalesce(max(number), 0) + 1, ${at.toISOString()}, ${outcome}, ${answer}, ${endedAt?.toISOString() ?? null}
		from snapshot_attempt where delivery_id = ${id}
	`);

export type Settled = {
	state: DeliveryState;
	answer: string | null;
	/** When to try again; null: it is over. */
	nextAt: Date | null;
	/** An attempt was made, of which the log of attempts is to tell. */
	attempted: boolean;
	late: boolean;
};

/**
 * Writes down what became of a message, and of the attempt. Also when a lease had run out meanwhile and it was taken for
 * unknown: this worker knows better. Whoever took it over since, or asked for it again, is not written over.
 */
export const settleDelivery = (
	db: Db,
	{ id, claim }: Pick<Claimed, 'id' | 'claim'>,
	{ state, answer, nextAt, attempted, late }: Settled,
	{ now, startedAt }: { now: Date; startedAt: Date }
): Promise<void> =>
	db.transaction(async (tx) => {
		const [before] = await rows<{ state: DeliveryState; isOurs: boolean }>(
			tx,
			sql`
				select state, claim is not distinct from ${claim} and state in ('queued', 'deferred', 'sending', 'unknown') as "isOurs"
				from snapshot_delivery where id = ${id} for update
			`
		);
		if (!before?.isOurs) return;
		const hadBegun = ['sending', 'unknown'].includes(before.state);
		await tx.execute(sql`
			update snapshot_delivery set
				state       = ${state},
				tries       = tries + ${attempted && !hadBegun ? 1 : 0},
				next_at     = coalesce(${nextAt?.toISOString() ?? null}, next_at),
				claim       = null,
				lease_until = null,
				late        = ${late},
				answer      = ${answer},
				ended_at    = ${nextAt ? null : now.toISOString()}
			where id = ${id}
		`);
		const attempt = { outcome: state, answer, at: startedAt, endedAt: now };
		if (hadBegun) await endAttempt(tx, id, attempt);
		else if (attempted) await insertAttempt(tx, id, attempt);
	});

const endAttempt = (db: Db, id: number, { outcome, answer, endedAt }: NewAttempt) =>
	db.execute(sql`
		update snapshot_attempt set outcome = ${outcome}, answer = ${answer}, ended_at = ${endedAt!.toISOString()}
		where delivery_id = ${id} and number = (select max(number) from snapshot_attempt where delivery_id = ${id})
	`);

/** Lets go of what one worker has in hand and has not begun, so that the next start need not wait for the lease. */
export const releaseClaims = (db: Db, claims: readonly string[]) =>
	db.execute(sql`
		update snapshot_delivery set claim = null, lease_until = null
		where state in ('queued', 'deferred') and claim in ${claims.length > 0 ? [...claims] : ['']}
	`);

export const selectContents = async (db: Db, editionId: number): Promise<{ contents: string | null }> =>
	(await rows<{ contents: string | null }>(db, sql`select contents from snapshot_edition where id = ${editionId}`))[0];

/** The channel on which those who queue messages wake those who send them. */
export const wakeChannel = 'snapshots';

export const wake = (db: Db) => db.execute(sql`select pg_notify(${wakeChannel}, '')`);
