import { sql } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';
import { rows } from '#platform/db/rows.ts';
import type { Person } from '../person.ts';

/** A person has one address at most: a new one takes the place of the old. */
export async function replaceFeedToken(
	db: Db,
	{ personId, hash, at }: { personId: number; hash: string; at: Date }
): Promise<void> {
	await revokeFeedToken(db, personId, at);
	await db.execute(sql`
		insert into feed_token (person_id, hash, created_at) values (${personId}, ${hash}, ${at.toISOString()})
	`);
}

export const revokeFeedToken = (db: Db, personId: number, at: Date) =>
	db.execute(
		sql`update feed_token set revoked_at = ${at.toISOString()} where person_id = ${personId} and revoked_at is null`
	);

export const selectFeedToken = async (
	db: Db,
	personId: number
): Promise<{ createdAt: Date; lastUsedAt: Date | null } | null> =>
	(
		await rows<{ createdAt: Date; lastUsedAt: Date | null }>(
			db,
			sql`
				select created_at as "createdAt", last_used_at as "lastUsedAt"
				from feed_token
				where person_id = ${personId} and revoked_at is null
			`
		)
	)[0] ?? null;

/** Whose feed address this is, noting that it was used; null when unknown, withdrawn, or they may no longer come in. */
export const selectFeedHolder = async (db: Db, hash: string, now: Date): Promise<Person | null> =>
	(
		await rows<Person>(
			db,
			sql`
				update feed_token token set last_used_at = ${now.toISOString()}
				from person
				where token.hash = ${hash} and revoked_at is null
				  and person.id = token.person_id and person.disabled_at is null
				returning person.id, person.name, person.email, person.role
			`
		)
	)[0] ?? null;
