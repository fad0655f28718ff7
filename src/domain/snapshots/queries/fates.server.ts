import { sql } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';
import { rows } from '#platform/db/rows.ts';

/** Queues a message again because somebody asked; false: it is under way. */
export const queueAgain = async (
	db: Db,
	id: number,
	{ by, now, giveUpAt }: { by: number; now: Date; giveUpAt: Date }
): Promise<boolean> =>
	(
		await rows(
			db,
			sql`
				update snapshot_delivery set
					state = 'queued', tries = 0, next_at = ${now.toISOString()}, give_up_at = ${giveUpAt.toISOString()},
					claim = null, lease_until = null, ended_at = null, asked_by = ${by}
				where id = ${id} and state not in ('queued', 'sending', 'deferred')
				returning id
			`
		)
	).length === 1;

/** Notes that a message came back; the recipient it was for, or null where it could not have. */
export const setBounced = async (
	db: Db,
	id: number,
	{ answer, now }: { answer: string; now: Date }
): Promise<{ recipientId: number | null } | null> =>
	(
		await rows<{ recipientId: number | null }>(
			db,
			sql`
				update snapshot_delivery set state = 'bounced', answer = ${answer}, ended_at = ${now.toISOString()}
				where id = ${id} and state in ('sent', 'unknown', 'in outbox')
				returning recipient_id as "recipientId"
			`
		)
	)[0] ?? null;
