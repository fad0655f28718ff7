import { setTimeout as pause } from 'node:timers/promises';
import postgres from 'postgres';
import { Problem } from '../problem.ts';
import type { Settings } from '../settings.ts';
import { embeddedDatabase } from './embedded/embedded.ts';
import { migrate } from './migrate.ts';

/** A running, migrated database. `leave` stops it if it is the embedded one and nobody else uses it. */
export type Database = { url: string; leave(): Promise<void> };

/** The database cannot be used. The message is one sentence that says what to do. */
export class UnusableDatabase extends Problem {}

const oldestSupported = 15;

/** A moment longer than a connection may take to come about. */
const longestWait = 12_000;

/** Opens the database that the settings name, and brings it up to this version. */
export async function openDatabase(settings: Settings, { onLost }: { onLost: () => void }): Promise<Database> {
	const database = settings.databaseUrl
		? await ownDatabase(settings.databaseUrl)
		: await embeddedDatabase({ dataDir: settings.dataDir, onLost });
	try {
		await migrate(database.url);
	} catch (error) {
		await database.leave();
		throw error;
	}
	return { url: database.url, leave: () => database.leave() };
}

type Found = {
	version: number;
	encoding: string;
	readOnly: boolean;
	mayMakeSchemas: boolean;
	mayMakeTables: boolean;
};

/** Why a database that answers will not do; null: it will. */
export function whyUnfit({ version, encoding, readOnly, mayMakeSchemas, mayMakeTables }: Found): string | null {
	if (version < oldestSupported)
		return `The database at DATABASE_URL is PostgreSQL ${version}; Empty Chair needs ${oldestSupported} or newer: upgrade it, or leave DATABASE_URL empty to use the embedded database.`;
	if (encoding !== 'UTF8')
		return `The database at DATABASE_URL keeps text in ${encoding}, which has no room for what customers write: make one with "create database … encoding 'UTF8' template template0".`;
	if (readOnly)
		return 'The database at DATABASE_URL can only be read, as a standby can: name the server that takes changes.';
	if (!mayMakeSchemas || !mayMakeTables)
		return 'The user in DATABASE_URL may not make tables in this database: make that user its owner, with "alter database … owner to …".';
	return null;
}

/** A database of the user's own, if it will do. `patience`: milliseconds within which it has to answer. */
export async function ownDatabase(url: string, { patience = longestWait } = {}): Promise<Database> {
	const sql = postgres(url, { max: 1, connect_timeout: 10, onnotice: () => {} });
	try {
		const asked = sql<Found[]>`
			select
				current_setting('server_version_num')::int / 10000      as "version",
				current_setting('server_encoding')                      as "encoding",
				current_setting('transaction_read_only') = 'on'         as "readOnly",
				has_database_privilege(current_database(), 'create')    as "mayMakeSchemas",
				coalesce(has_schema_privilege(current_schema(), 'create'), false) as "mayMakeTables"
		`;
		// Where something takes each connection and hangs up, as a proxy without a server behind it does, postgres.js tries for ever.
		const [found] = await Promise.race([asked, pause(patience, [null], { ref: false })]);
		if (!found) throw new Error('no answer');
		const unfit = whyUnfit(found);
		if (unfit) throw new UnusableDatabase(unfit);
	} catch (error) {
		if (error instanceof UnusableDatabase) throw error;
		throw new UnusableDatabase(`${reasonFor(error, url)} Check DATABASE_URL and that the server runs.`);
	} finally {
		await sql.end({ timeout: 1 });
	}
	return { url, leave: async () => {} };
}

function reasonFor(error: unknown, url: string): string {
	const { hostname, port, pathname } = new URL(url);
	const code = error instanceof Error && 'code' in error ? error.code : undefined;
	const where = `${hostname}:${port || 5432}`;
	if (code === '28P01' || code === '28000') return `The database at ${where} refuses this user or password.`;
	if (code === '3D000') return `There is no database "${pathname.slice(1)}" at ${where}.`;
	return `The database at ${where} does not answer.`;
}
