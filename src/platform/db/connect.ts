import { drizzle } from 'drizzle-orm/postgres-js';
import type { ExtractTablesWithRelations } from 'drizzle-orm';
import type { PgDatabase } from 'drizzle-orm/pg-core';
import type { PostgresJsQueryResultHKT } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { anewSaid } from './planned-anew.ts';

/**
 * What reading a page out of order costs, next to reading the next one: Postgres expects disks that have to turn (4), and
 * would rather read all customers than find a hundred of them. Today they are in memory or on disks that do not turn.
 */
const randomPageCost = '1.1';

type NoSchema = Record<string, never>;

/** A database, or a transaction on one: whoever is handed it cannot tell and need not care. */
export type Db = PgDatabase<PostgresJsQueryResultHKT, NoSchema, ExtractTablesWithRelations<NoSchema>>;

/** The driver underneath, for what drizzle does not cover: COPY, LISTEN and cursors. */
export type Sql = postgres.Sql<{ bigint: number }>;

export type Connection = { db: Db; sql: Sql; close(): Promise<void> };

const timestamptz = 1184;

/** Opens a pool. Nothing is sent before the first query. */
export function connect(url: string, { connections = 10, name = 'empty-chair' } = {}): Connection {
	const sql: Sql = postgres(url, {
		max: connections,
		onnotice: () => {},
		connection: {
			application_name: name,
			TimeZone: 'UTC',
			client_min_messages: 'warning',
			random_page_cost: randomPageCost
		},
		types: { bigint: { to: 20, from: [20], parse: exactNumber, serialize: String } }
	});
	keepStatements(sql);
	const db = drizzle(sql, { casing: 'snake_case' });

	// drizzle leaves moments as text; queries written as SQL want a Date back, and to pass one in.
	sql.options.parsers[timestamptz] = (text: string) => new Date(text);
	sql.options.serializers[timestamptz] = (moment: unknown) => (moment instanceof Date ? moment.toISOString() : moment);

	return { db, sql, close: () => sql.end({ timeout: 5 }) };
}

/**
 * Lets every connection keep the statements that it has read and planned: drizzle asks for none to be kept, and each is
 * then planned anew, which takes the database longer than to run it, and takes two journeys instead of one. Those in a
 * transaction are not kept, nor those whose plan hangs on their values, nor what neither asks nor is told anything, such
 * as the beginning of a transaction.
 */
function keepStatements(sql: Sql): void {
	const { unsafe } = sql;
	const isKept = (text: string, values: unknown[]) =>
		(values.length > 0 || question.test(text)) && !text.includes(anewSaid);
	sql.unsafe = (text, values = [], options = {}) => {
		// What has no values would otherwise go by the simple protocol, which keeps nothing; the driver's types leave that out.
		const kept = { ...options, prepare: true, simple: false };
		return unsafe(text, values, isKept(text, values) ? kept : options);
	};
}

const question = /^\s*select\b/;

/** Money is counted in whole minor units; beyond 2^53 a JavaScript number would silently be off by one. */
function exactNumber(digits: string): number {
	const value = Number(digits);
	if (!Number.isSafeInteger(value)) throw new RangeError(`${digits} is larger than a number can hold exactly`);
	return value;
}
