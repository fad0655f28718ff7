import { sql } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';
import { rows } from '#platform/db/rows.ts';
import type { DeliveryKind, DeliveryState } from '../delivery.ts';

/** A message that a mail server tells us about, held until the transaction ends. */
export type FoundDelivery = {
	id: number;
	kind: DeliveryKind;
	state: DeliveryState;
	recipientId: number | null;
	personId: number | null;
};

const found = sql`id::int8, kind, state, recipient_id as "recipientId", person_id as "personId" from snapshot_delivery`;

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
