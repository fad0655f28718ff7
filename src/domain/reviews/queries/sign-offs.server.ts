import { sql } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';
import { rows } from '#platform/db/rows.ts';
import type { SignedOff } from '../reading.ts';

export const selectSignOffs = (db: Db, week: string) =>
	rows<SignedOff & { personId: number }>(
		db,
		sql`
			select person_id as "personId", signed_at as "at", headline_version as "headlineVersion", unread
			from sign_off
			where week = ${week}
		`
	);

/** Who signs off again has read what changed since. */
export const upsertSignOff = (
	db: Db,
	{ week, personId, at, headlineVersion, unread }: SignedOff & { week: string; personId: number }
) =>
	db.execute(sql`
		insert into sign_off (week, person_id, signed_at, headline_version, unread)
		values (${week}, ${personId}, ${at.toISOString()}, ${headlineVersion}, ${unread})
		on conflict (week, person_id) do update set
			signed_at = excluded.signed_at, headline_version = excluded.headline_version, unread = excluded.unread
	`);
