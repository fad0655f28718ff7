import { sql } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';
import { rows } from '#platform/db/rows.ts';
import type { DeliveryState } from '../delivery.ts';
import { troubled } from '../delivery.ts';

export type InTrouble = { editionId: number; scheduleId: number; ownerId: number; owner: string };

/** Editions with nothing under way any more that did not reach everybody, whose owner has not been told. */
export const selectUntold = (db: Db, since: Date) =>
	rows<InTrouble>(
		db,
		sql`
			select edition.id as "editionId", schedule_id as "scheduleId", owner.id as "ownerId", owner.email as "owner"
			from snapshot_edition edition
			join snapshot_schedule schedule on schedule.id = schedule_id
			join person owner on owner.id = owner_id
			where made_at > ${since.toISOString()} and occasion <> 'test' and fate <> 'skipped'
			  and exists (
				select from snapshot_delivery
				where edition_id = edition.id and kind = 'edition' and state in ${troubled}
			  )
			  and not exists (
				select from snapshot_delivery
				where edition_id = edition.id and (kind = 'trouble' or state in ('queued', 'sending', 'deferred'))
			  )
			order by edition.id
		`
	);

export type Unreached = { address: string; state: DeliveryState; answer: string | null };

/** Whom an edition did not reach, and of how many. */
export const selectUnreached = (db: Db, editionId: number, limit: number) =>
	rows<Unreached & { of: number; unreached: number }>(
		db,
		sql`
			select address, state, answer, counts.of, counts.unreached
			from snapshot_delivery
			cross join (
				select count(*)::int as of, (count(*) filter (where state in ${troubled}))::int as unreached
				from snapshot_delivery where edition_id = ${editionId} and kind = 'edition'
			) counts
			where edition_id = ${editionId} and kind = 'edition' and state in ${troubled}
			order by lower(address)
			limit ${limit}
		`
	);
