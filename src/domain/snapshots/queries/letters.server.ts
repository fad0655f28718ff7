import { sql } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';
import { row, rows } from '#platform/db/rows.ts';
import type { DeliveryState } from '../delivery.ts';

export { wake } from './posting.server.ts';

type NewLetter = { personId: number; about: string; dueAt: Date; now: Date; giveUpAt: Date; host: string };

export const insertLetter = async (
	db: Db,
	{ personId, about, dueAt, now, giveUpAt, host }: NewLetter
): Promise<number> =>
	(
		await row<{ id: number }>(
			db,
			sql`
				insert into snapshot_delivery (kind, person_id, address, due_at, state, tries, next_at, give_up_at, message_id, late)
				select 'alert', id, email, ${dueAt.toISOString()}, 'queued', 0, ${now.toISOString()}, ${giveUpAt.toISOString()},
					'<alert-' || id::text || '-' || left(encode(sha256(convert_to(
						concat_ws(' ', 'alert', id::text, ${about}::text), 'UTF8'
					)), 'hex'), 24) || '@' || ${host}::text || '>',
					false
				from person where id = ${personId}
				returning id::int
			`
		)
	).id;

/** What is queued to somebody and about no edition goes no further. */
export const withdrawLetters = async (
	db: Db,
	personId: number,
	{ why, now }: { why: string; now: Date }
): Promise<void> => {
	await db.execute(sql`
		update snapshot_delivery set state = 'unsubscribed', answer = ${why}, ended_at = ${now.toISOString()}
		where kind = 'alert' and person_id = ${personId} and state in ('queued', 'deferred')
	`);
};

/** How the latest messages of this kind to somebody ended, the latest first, since a moment. */
export const selectLetterEnds = (db: Db, personId: number, { since, limit }: { since: Date; limit: number }) =>
	rows<{ state: DeliveryState }>(
		db,
		sql`
			select state from snapshot_delivery
			where kind = 'alert' and person_id = ${personId} and ended_at > ${since.toISOString()}
			  and state in ('sent', 'failed', 'bounced')
			order by id desc
			limit ${limit}
		`
	);

/** A message that a mail server tells us about. */
export type FoundDelivery = {
	id: number;
	kind: 'edition' | 'trouble' | 'alert';
	state: DeliveryState;
	recipientId: number | null;
	personId: number | null;
};

const found = sql`id::int, kind, state, recipient_id as "recipientId", person_id as "personId" from snapshot_delivery`;

/** Angle brackets around a Message-ID are left out by some; they make no difference. */
export const selectByMessageId = async (db: Db, messageId: string): Promise<FoundDelivery | null> =>
	(
		await rows<FoundDelivery>(
			db,
			sql`select ${found} where message_id = '<' || trim(both '<> ' from ${messageId}::text) || '>' for update`
		)
	)[0] ?? null;

export const selectByAddress = async (
	db: Db,
	{ editionId, address }: { editionId: number; address: string }
): Promise<FoundDelivery | null> =>
	(
		await rows<FoundDelivery>(
			db,
			sql`
				select ${found}
				where edition_id = ${editionId} and kind = 'edition' and lower(address) = lower(${address}) for update
			`
		)
	)[0] ?? null;
