import { randomBytes } from 'node:crypto';
import postgres from 'postgres';
import { inject, test as base } from 'vitest';
import { connect } from '#platform/db/connect.ts';
import type { Connection, Db } from '#platform/db/connect.ts';

declare module 'vitest' {
	interface ProvidedContext {
		/** Address of a test server's maintenance database. */
		server: string;
		/** Name of the migrated database that each worker clones. */
		template: string;
	}
}

class Rollback extends Error {}

/** A test with a database of its own: the worker's clone of the template, inside a transaction that is thrown away. */
export const test = base.extend<{ $worker: { connection: Connection }; $test: { db: Db } }>({
	connection: [
		async ({}, use) => {
			const { url } = await cloneOfTemplate();
			const connection = connect(url, { connections: 4, name: 'empty-chair test' });
			await use(connection);
			await connection.close();
		},
		{ scope: 'worker' }
	],
	db: async ({ connection }, use) => {
		const thrownAway = connection.db.transaction(async (tx) => {
			await use(tx);
			throw new Rollback();
		});
		await thrownAway.catch((error: unknown) => {
			if (!(error instanceof Rollback)) throw error;
		});
	}
});

/** A fresh copy of the migrated template, for tests that need to commit. It goes with the throw-away server. */
export async function cloneOfTemplate(): Promise<{ url: string }> {
	const server = inject('server');
	const name = `test_${randomBytes(6).toString('hex')}`;
	await onServer(server, `create database ${name} template ${inject('template')}`);

	const url = new URL(server);
	url.pathname = `/${name}`;
	return { url: url.href };
}

/** Runs a statement that cannot run inside a transaction. Cloning waits for its turn: Postgres allows one at a time. */
async function onServer(server: string, statement: string): Promise<void> {
	const sql = postgres(server, { max: 1, onnotice: () => {} });
	try {
		await sql`select pg_advisory_lock(1)`;
		await sql.unsafe(statement);
	} finally {
		await sql.end();
	}
}
