import { sql } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';
import { rows } from '#platform/db/rows.ts';
import type { Attempt, Delivery, DeliveryState } from '../delivery.ts';

export const columns = sql`
	delivery.id, edition_id as "editionId", kind, recipient_id as "recipientId", person.name as "person", address,
	due_at as "dueAt", state, tries, case when state in ('queued', 'deferred') then next_at end as "nextAt", late, answer,
	ended_at as "endedAt", asker.name as "askedBy"
`;

export const from = sql`
	from snapshot_delivery delivery
	left join person on person.id = person_id
	left join person asker on asker.id = delivery.asked_by
`;

/** Of one edition, those in trouble first. `after`: how many are left out. */
export const selectDeliveries = (
	db: Db,
	{ editionId, state, after, limit }: { editionId: number; state: DeliveryState | null; after: number; limit: number }
) =>
	rows<Delivery>(
		db,
		sql`
			select ${columns}
			${from}
			where edition_id = ${editionId} and (${state}::text is null or state = ${state}::text)
			order by
				case when state in ('failed', 'unknown', 'bounced', 'missed') then 0 when state = 'deferred' then 1 else 2 end,
				lower(address), delivery.id
			limit ${limit} offset ${after}
		`
	);

export const selectDelivery = async (db: Db, id: number): Promise<(Delivery & { messageId: string }) | null> =>
	(
		await rows<Delivery & { messageId: string }>(
			db,
			sql`select ${columns}, message_id as "messageId" ${from} where delivery.id = ${id}`
		)
	)[0] ?? null;

export const selectAttempts = (db: Db, deliveryId: number) =>
	rows<Attempt>(
		db,
		sql`
			select number, at, outcome, answer, ended_at as "endedAt"
			from snapshot_attempt where delivery_id = ${deliveryId} order by number
		`
	);
