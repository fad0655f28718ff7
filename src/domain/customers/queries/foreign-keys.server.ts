import { sql } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';
import { row } from '#platform/db/rows.ts';

/** Whether this user may let foreign keys rest: on the embedded database always, on one's own only if allowed to. */
export const mayRestForeignKeys = async (db: Db): Promise<boolean> =>
	(await row<{ may: boolean }>(db, sql`select has_parameter_privilege('session_replication_role', 'set') as "may"`))
		.may;

/** From here on nobody else writes these tables until this transaction ends, and foreign keys rest until they are to work. */
export const lockTablesAndRest = (db: Db, tables: readonly string[]) =>
	db.execute(
		sql`lock table ${sql.join(
			tables.map((table) => sql.identifier(table)),
			sql`, `
		)} in share row exclusive mode; set local session_replication_role = replica`
	);

export const letForeignKeysWork = (db: Db) => db.execute(sql`set local session_replication_role = origin`);
