import { sql } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';
import { row, rows } from '#platform/db/rows.ts';
import type { Suppressed } from '../suppression.ts';

export const selectSuppressed = (db: Db) =>
	rows<Suppressed>(db, sql`select hash, kind, stands_in as "standsIn", act_id as "actId" from suppressed_person`);

export const selectSecret = async (db: Db): Promise<string | null> =>
	(await rows<{ secret: string }>(db, sql`select secret from suppression_secret`))[0]?.secret ?? null;

/** The secret, drawn by the database on first use. */
export const secretMade = async (db: Db): Promise<string> => {
	await db.execute(sql`
		insert into suppression_secret (secret)
		values (replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''))
		on conflict do nothing
	`);
	return (await row<{ secret: string }>(db, sql`select secret from suppression_secret`)).secret;
};

export const insertSuppressed = (db: Db, { hash, kind, standsIn, actId }: Suppressed) =>
	db.execute(sql`
		insert into suppressed_person (hash, kind, stands_in, act_id)
		values (${hash}, ${kind}, ${standsIn}, ${actId})
		on conflict do nothing
	`);
