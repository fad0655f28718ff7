import { sql } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';
import { rows } from '#platform/db/rows.ts';

type NewLink = {
	hash: string;
	purpose: 'read' | 'unsubscribe';
	editionId: number | null;
	recipientId: number | null;
	deliveryId: number | null;
	createdAt: Date;
	expiresAt: Date;
};

export const insertLinks = (db: Db, links: readonly NewLink[]) =>
	db.execute(sql`
		insert into snapshot_link (hash, purpose, edition_id, recipient_id, delivery_id, created_at, expires_at)
		select hash, purpose, "editionId", "recipientId", "deliveryId", "createdAt", "expiresAt"
		from jsonb_to_recordset(${JSON.stringify(links)}::jsonb) as link(
			hash text, purpose text, "editionId" int, "recipientId" int, "deliveryId" int8, "createdAt" timestamptz,
			"expiresAt" timestamptz
		)
	`);

/** The edition that a link opens; null: unknown, expired, revoked, or its reader has been taken off. */
export const selectEditionOfLink = async (db: Db, hash: string, now: Date): Promise<number | null> =>
	(
		await rows<{ editionId: number }>(
			db,
			sql`
				select link.edition_id as "editionId"
				from snapshot_link link
				left join snapshot_recipient recipient on recipient.id = recipient_id
				left join snapshot_delivery delivery on delivery.id = delivery_id
				left join person on person.id = delivery.person_id
				where hash = ${hash} and purpose = 'read' and revoked_at is null and expires_at > ${now.toISOString()}
				  and recipient.state is distinct from 'removed' and person.disabled_at is null
			`
		)
	)[0]?.editionId ?? null;

export type Stopping = { recipientId: number; scheduleId: number; schedule: string; state: string; address: string };

/** Whom a link stops; null: unknown or too old. */
export const selectRecipientOfLink = async (db: Db, hash: string, now: Date): Promise<Stopping | null> =>
	(
		await rows<Stopping>(
			db,
			sql`
				select recipient.id as "recipientId", schedule_id as "scheduleId", schedule.name as "schedule", recipient.state,
					coalesce(recipient.address, person.email) as "address"
				from snapshot_link link
				join snapshot_recipient recipient on recipient.id = recipient_id
				join snapshot_schedule schedule on schedule.id = schedule_id
				left join person on person.id = person_id
				where hash = ${hash} and purpose = 'unsubscribe' and revoked_at is null
				  and expires_at > ${now.toISOString()} and recipient.state <> 'removed'
			`
		)
	)[0] ?? null;

/** Takes links to read back: of one message, or all of an edition. Says how many there were. */
export const revokeLinks = async (
	db: Db,
	{ editionId, deliveryId }: { editionId: number; deliveryId: number | null },
	now: Date
): Promise<number> =>
	(
		await rows(
			db,
			sql`
				update snapshot_link set revoked_at = ${now.toISOString()}
				where purpose = 'read' and edition_id = ${editionId} and revoked_at is null
				  and (${deliveryId}::int8 is null or delivery_id = ${deliveryId}::int8)
				returning hash
			`
		)
	).length;

/** Links that nobody can use any more are forgotten a while after they ended. */
export const forgetLinks = (db: Db, before: Date) =>
	db.execute(sql`delete from snapshot_link where expires_at < ${before.toISOString()}`);
