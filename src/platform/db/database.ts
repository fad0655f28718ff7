import { setTimeout as pause } from 'node:timers/promises';
import postgres from 'postgres';
import { Problem } from '../problem.ts';
import type { Settings } from '../settings.ts';
import { embeddedDatabase } from './embedded/embedded.ts';
import type { OnLost } from './embedded/embedded.ts';
import { migrate } from './migrate.ts';

/** A running, migrated database. `leave` stops it if it is the embedded one and nobody else uses it. */
export type Database = { url: string; leave(): Promise<void> };

/** The database cannot be used. The message is one sentence that says what to do. */
export class UnusableDatabase extends Problem {}

const oldestSupported = 15;

/** A moment longer than a connection may take to come about. */
const longestWait = 12_000;

/** Opens the database that the settings name, and brings it up to this version. */
export async function openDatabase(settings: Settings, { onLost }: { onLost: OnLost }): Promise<Database> {
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
		throw new UnusableDatabase(whyNotOpened(error, url));
	} finally {
		await sql.end({ timeout: 1 });
	}
	return { url, leave: async () => {} };
}

type Where = { server: string; machine: string; name: string; user: string };

const refused = ({ server }: Where) =>
	`The database at ${server} refuses this user or password. Check DATABASE_URL and that the server runs.`;

/** By what the server says (SQLSTATE), or the way to it. */
const reasons: Record<string, (where: Where) => string> = {
	'28P01': refused,
	'28000': refused,
	'3D000': ({ server, name }) =>
		`There is no database "${name}" at ${server}. Make it with "create database", or check DATABASE_URL.`,
	'42501': ({ server, name, user }) =>
		`The user "${user}" may not connect to the database "${name}" at ${server}: allow it with "grant connect on database … to …".`,
	'53300': ({ server }) =>
		`The database at ${server} takes no more connections: end some of those it has, or raise its limit.`,
	'57P03': ({ server }) => `The database at ${server} is starting or stopping: try again in a moment.`,
	ENOTFOUND: ({ machine }) => `There is no machine called "${machine}". Check DATABASE_URL.`
};

/** Why a database cannot be opened, and what to do about it. */
export function whyNotOpened(error: unknown, url: string): string {
	const { hostname, port, pathname, username, searchParams } = new URL(url);
	const { code = '', routine } = error as { code?: string; routine?: string };
	const server = `${hostname}:${port || 5432}`;
	const user = decodeURIComponent(username);
	const name = decodeURIComponent(pathname.slice(1)) || user;
	// The same code as for a user who may not sign in at all; only where it is said tells the two apart.
	if (routine === 'ClientAuthentication')
		return `The database at ${server} lets nobody in this way: allow it in its pg_hba.conf, or add ?sslmode=require to DATABASE_URL if it wants encrypted connections.`;
	if (Object.hasOwn(reasons, code)) return reasons[code]({ server, machine: hostname, name, user });
	const encrypted = ['require', 'verify-full'].includes(searchParams.get('sslmode') ?? '');
	return `The database at ${server} does not answer${encrypted ? ' over an encrypted line' : ''}. Check DATABASE_URL and that the server runs.`;
}
