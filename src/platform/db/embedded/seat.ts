import { setTimeout as pause } from 'node:timers/promises';
import postgres from 'postgres';
import { superuser } from './cluster.ts';
import type { Postmaster } from './postmaster.ts';

/** A process's place at the server: a connection that holds, for its life, a lock shared by all who use the server. */
export type Seat = {
	sql: postgres.Sql;
	/** Gives up the place. True when nobody else has one; from then on nobody can take one. */
	isLast(): Promise<boolean>;
	close(): Promise<void>;
	/** When the connection has ended, whoever ended it. */
	closed: Promise<void>;
};

export class WrongPassword extends Error {}

/** Any constant does, as nothing else locks in this database. */
const everybody = 728_342;

/** Advisory locks count within one database, so all meet in the one that always exists, whatever they work in. */
const meetingPlace = 'postgres';

/** Sits down at the server of a cluster. Nothing comes of it while that server is coming up or going down. */
export async function takeSeat({ port }: Postmaster, cluster: string, password: string): Promise<Seat | undefined> {
	const closed = Promise.withResolvers<void>();
	const sql = postgres({
		...{ host: '127.0.0.1', port, username: superuser, password, database: meetingPlace, ssl: false },
		...{ max: 1, max_lifetime: null, idle_timeout: 0, connect_timeout: 5, fetch_types: false },
		connection: { application_name: 'empty-chair seat' },
		onnotice: () => {},
		onclose: () => closed.resolve()
	});
	const close = () => sql.end({ timeout: 1 });
	try {
		const [{ seated, folder }] = await sql<{ seated: boolean; folder: string }[]>`
			select pg_try_advisory_lock_shared(${everybody}) as "seated",
			       current_setting('data_directory')         as "folder"
		`;
		if (seated && samePath(folder, cluster)) return { sql, isLast: () => isLast(sql), close, closed: closed.promise };
		await close();
	} catch (error) {
		await close();
		if (isAboutPassword(error)) throw new WrongPassword();
	}
	return undefined;
}

/** No answer is a no: then the server is gone, or too busy to be told to go. */
async function isLast(sql: postgres.Sql): Promise<boolean> {
	const answer = sql<{ alone: boolean }[]>`
		select pg_advisory_unlock_shared(${everybody}), pg_try_advisory_lock(${everybody}) as "alone"
	`.then(
		([{ alone }]) => alone,
		() => false
	);
	return Promise.race([answer, pause(3_000, false, { ref: false })]);
}

/** On Windows PostgreSQL writes paths with slashes. */
const samePath = (one: string, other: string) => one.replaceAll('\\', '/') === other.replaceAll('\\', '/');

const isAboutPassword = (error: unknown) => ['28P01', '28000'].includes((error as { code: string }).code);
