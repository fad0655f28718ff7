import type { SQL } from 'drizzle-orm';
import type { Db } from './connect.ts';

/** Runs a query written as SQL. The caller names the row's type; the query's database test keeps that promise. */
export async function rows<Row>(db: Db, query: SQL): Promise<Row[]> {
	return [...(await db.execute(query))] as Row[];
}

/** The one row that a query must return. */
export async function row<Row>(db: Db, query: SQL): Promise<Row> {
	const [first] = await rows<Row>(db, query);
	if (!first) throw new Error('a query that always returns a row returned none');
	return first;
}
