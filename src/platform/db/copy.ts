import { once } from 'node:events';
import { setImmediate as immediately } from 'node:timers/promises';
import type { Writable } from 'node:stream';
import type { Db, Sql } from './connect.ts';

/** The database refused a COPY. Which row and why it may have said to nobody: the driver listens only while rows go out. */
export class CopyRefused extends Error {}

/**
 * Streams text rows into a table, in the transaction that `db` is. A refusal leaves that transaction aborted, as any
 * failed statement does: try it inside a savepoint to go on.
 */
export async function copyInto(db: Db, target: string, lines: Iterable<string>): Promise<void> {
	const sql = sqlOf(db);
	const writable: Writable = await sql.unsafe(`copy ${target} from stdin`).writable();
	const refused = new Promise<never>((_, reject) =>
		writable.once('error', (error) => reject(new CopyRefused('the database refused a row', { cause: error })))
	);
	refused.catch(() => {});

	await Promise.race([writeAll(writable, lines), refused]);
	const finished = once(writable, 'finish');
	writable.end();
	// Only then has the driver said goodbye to the rows, and takes a query again.
	await immediately();
	await Promise.race([finished, refused, abortedAfter(sql)]);
}

/** Resolves when the last row has gone out; rows that fail to come end the COPY, and with it the transaction. */
async function writeAll(writable: Writable, lines: Iterable<string>): Promise<void> {
	let gone: Promise<void> = Promise.resolve();
	try {
		for (const chunk of inChunks(lines)) {
			let hasRoom = true;
			gone = new Promise((resolve) => (hasRoom = writable.write(chunk, () => resolve())));
			if (!hasRoom) await gone;
		}
	} catch (error) {
		writable.destroy(error as Error);
		throw error;
	}
	await gone;
}

/** Enough for the database to be busy while the next lines are written; a message for each line would cost more than it. */
const chunkLength = 1 << 18;

function* inChunks(lines: Iterable<string>): Generator<string> {
	let chunk = '';
	for (const line of lines) {
		chunk += line;
		if (chunk.length < chunkLength) continue;
		yield chunk;
		chunk = '';
	}
	if (chunk !== '') yield chunk;
}

/**
 * Once the last row is out, the driver tells nobody of a refusal and waits for ever; but a query behind the COPY is
 * refused as well, since the transaction is aborted then. Never resolves when all is well.
 */
function abortedAfter(sql: Sql): Promise<never> {
	return new Promise((_, reject) => {
		sql`select`.catch((error: unknown) => reject(new CopyRefused('the database refused a row', { cause: error })));
	});
}

const special = /[\\\n\r\t]/;
const escapes: Record<string, string> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** One value in COPY's text format. Absence is `\N`. */
export function copyField(value: string | number | null): string {
	if (value === null) return '\\N';
	if (typeof value === 'number') return String(value);
	return special.test(value) ? value.replace(/[\\\n\r\t]/g, (character) => escapes[character]) : value;
}

export const copyLine = (values: readonly (string | number | null)[]): string =>
	values.map(copyField).join('\t') + '\n';

/** drizzle hands transactions their own driver connection, but only keeps it on the session. */
const sqlOf = (db: Db): Sql => (db as unknown as { session: { client: Sql } }).session.client;
