import type { Db } from '#platform/db/connect.ts';
import { letForeignKeysWork, lockTablesAndRest, mayRestForeignKeys } from './queries/foreign-keys.server.ts';

/**
 * Inserts many rows with foreign keys at rest, where this user may let them: checked row by row they cost more than the
 * rows themselves. Only for an insert whose rows refer to nothing but rows that this transaction has read in the tables
 * it `refersTo`; those are locked against writers until it ends. Nothing else may happen meanwhile: an update or a
 * delete would not reach the rows that follow it. If `insert` fails, the transaction, or its savepoint, has to.
 */
export async function insertTrusted<Result>(
	db: Db,
	refersTo: readonly string[],
	insert: () => Promise<Result>
): Promise<Result> {
	if (!(await mayRestForeignKeys(db))) return insert();
	await lockTablesAndRest(db, refersTo);
	const result = await insert();
	await letForeignKeysWork(db);
	return result;
}
