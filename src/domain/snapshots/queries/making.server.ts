import { sql } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';
import { rows } from '#platform/db/rows.ts';
import type { DeliveryKind, DeliveryState } from '../delivery.ts';

/** Told apart from other advisory locks by its first key. */
const scheduleLock = 53;

/** Holds a schedule until the transaction ends; false when another worker has it in hand. */
export const lockSchedule = async (db: Db, id: number): Promise<boolean> =>
	(await rows<{ locked: boolean }>(db, sql`select pg_try_advisory_xact_lock(${scheduleLock}, ${id}) as "locked"`))[0]
		.locked;

/** The same, but waits its turn. */
export const waitForSchedule = (db: Db, id: number) =>
	db.execute(sql`select pg_advisory_xact_lock(${scheduleLock}, ${id})`);

export type Addressee = { recipientId: number | null; personId: number | null; address: string; zone: string | null };

/** Who is to get the next edition: whoever still wants to, and may. */
export const selectAddressees = (db: Db, scheduleId: number) =>
	rows<Addressee>(
		db,
		sql`
			select recipient.id as "recipientId", person.id as "personId", coalesce(recipient.address, person.email) as "address",
				recipient.zone
			from snapshot_recipient recipient
			left join person on person.id = person_id
			where schedule_id = ${scheduleId} and recipient.state = 'active' and person.disabled_at is null
			order by recipient.id
		`
	);

export type NewDelivery = Omit<Addressee, 'zone'> & {
	dueAt: Date;
	state: DeliveryState;
	giveUpAt: Date;
	answer: string | null;
};

/**
 * One row for each address, whatever the number of ways in which somebody is subscribed. The Message-ID follows from
 * edition and address, so that whatever is sent again is the same message.
 */
export const insertDeliveries = (
	db: Db,
	deliveries: readonly NewDelivery[],
	{
		editionId,
		kind,
		host,
		late,
		now
	}: { editionId: number; kind: DeliveryKind; host: string; late: boolean; now: Date }
) =>
	db.execute(sql`
		insert into snapshot_delivery (
			edition_id, kind, recipient_id, person_id, address, due_at, state, tries, next_at, give_up_at, message_id, late,
			answer, ended_at
		)
		select ${editionId}, ${kind}, "recipientId", "personId", address, "dueAt", state, 0,
			greatest("dueAt", ${now.toISOString()}::timestamptz), "giveUpAt",
			'<' || ${kind}::text || '-' || ${editionId}::text || '-' || left(encode(sha256(convert_to(
				concat_ws(' ', ${editionId}::text, ${kind}::text, extract(epoch from "dueAt")::text, lower(address)), 'UTF8'
			)), 'hex'), 24) || '@' || ${host}::text || '>',
			${late}, answer, case when state in ('queued', 'deferred') then null else ${now.toISOString()}::timestamptz end
		from jsonb_to_recordset(${JSON.stringify(deliveries)}::jsonb) as delivery(
			"recipientId" int, "personId" int, address text, "dueAt" timestamptz, state text, "giveUpAt" timestamptz, answer text
		)
		on conflict do nothing
	`);

/** Weeks that were closed since a moment, the earliest first. */
export const selectClosedSince = (db: Db, since: Date) =>
	rows<{ week: string; closedAt: Date }>(
		db,
		sql`
			select week, closed_at as "closedAt" from edition
			where closed_at > ${since.toISOString()}
			order by closed_at, week
		`
	);
