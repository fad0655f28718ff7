import { sql } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';
import { rows } from '#platform/db/rows.ts';

/** Editions that still hold words or promises which are erased elsewhere. */
export const selectHoldingErased = (db: Db) =>
	rows<{ id: number; contents: string }>(
		db,
		sql`
			select id, contents from snapshot_edition
			where contents is not null and (
				exists (
					select
					from jsonb_path_query(contents::jsonb, '$.words.comments[*] ? (@.gone == null)') as kept (said)
					join response on response.id = (said ->> 'responseId')::bigint
					where erased_at is not null
				) or exists (
					select
					from jsonb_path_query(contents::jsonb, '$.promises.told[*] ? (@.gone == null)') as kept (promised)
					join follow_up
						on  follow_up.customer_id = (promised ->> 'customerId')::int
						and follow_up.id = (promised ->> 'id')::bigint
					where erased_at is not null
				)
			)
			for update
		`
	);

/** Editions with contents, by number. */
export const selectKeptEditions = async (db: Db): Promise<number[]> =>
	(await rows<{ id: number }>(db, sql`select id from snapshot_edition where contents is not null order by id`)).map(
		({ id }) => id
	);

export const selectContents = async (db: Db, id: number): Promise<string> =>
	(await rows<{ contents: string }>(db, sql`select contents from snapshot_edition where id = ${id}`))[0].contents;

/** Only an erasure that is recorded and announced gets through here: a trigger refuses everything else. */
export const updateContents = (db: Db, id: number, contents: string) =>
	db.execute(sql`update snapshot_edition set contents = ${contents} where id = ${id}`);

/** What schedules are called, by those who made them. */
export const selectScheduleNames = (db: Db) =>
	rows<{ text: string; place: string }>(
		db,
		sql`select name as "text", 'Snapshot schedule ' || id as "place" from snapshot_schedule`
	);

export const replaceScheduleNames = (db: Db, texts: readonly { before: string; after: string }[]) =>
	db.execute(sql`
		update snapshot_schedule set name = said.after
		from jsonb_to_recordset(${JSON.stringify(texts)}::jsonb) as said (before text, after text)
		where name = said.before
	`);

/** Takes an address out of recipients and messages. What was sent stays counted, as nobody's. */
export async function forgetAddresses(db: Db, addresses: readonly string[], now: Date): Promise<void> {
	const asked = sql`(select lower(asked) from jsonb_array_elements_text(${JSON.stringify(addresses)}::jsonb) asked)`;
	// Mail servers repeat the address that they refuse.
	await db.execute(sql`
		update snapshot_attempt set answer = null
		where delivery_id in (
			select id from snapshot_delivery where person_id is null and lower(address) in ${asked}
		)
	`);
	await db.execute(sql`
		update snapshot_delivery set
			address  = 'erased-' || id || '@invalid',
			answer   = null,
			state    = case when state in ('queued', 'deferred') then 'unsubscribed' else state end,
			ended_at = coalesce(ended_at, case when state in ('queued', 'deferred') then ${now.toISOString()}::timestamptz end)
		where person_id is null and lower(address) in ${asked}
	`);
	await db.execute(sql`
		update snapshot_recipient
		set address = 'erased-' || id || '@invalid', state = 'removed', changed_at = ${now.toISOString()}
		where person_id is null and lower(address) in ${asked}
	`);
}
