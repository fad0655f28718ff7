import { PgDialect } from 'drizzle-orm/pg-core';
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

const dialect = new PgDialect();

/** A query as somebody may read it and run it by hand: on lines of its own, with its values written in. */
export function queryText(query: SQL): string {
	const { sql, params } = dialect.sqlToQuery(query);
	const written = (value: unknown) =>
		typeof value === 'number' || value === null ? String(value) : `'${String(value).replaceAll("'", "''")}'`;
	const lines = sql.replace(/\$(\d+)/g, (_, place: string) => written(params[Number(place) - 1])).split('\n');
	const indent = Math.min(...lines.filter((line) => line.trim()).map((line) => line.search(/\S/)));
	return lines
		.map((line) => line.slice(indent).replaceAll('\t', '  ').trimEnd())
		.join('\n')
		.trim();
}
