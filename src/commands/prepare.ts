import { setupToken } from '#domain/auth/server.ts';
import { makeReady } from '#domain/imports/server.ts';
import { connect } from '#platform/db/connect.ts';

export { openDatabase } from '#platform/db/database.ts';

type Preparing = { demoCustomers: number; now: () => Date; say: (line: string) => void };

/** Brings in the made-up company if there is nothing yet, and a link to come in if there is nobody yet. */
export async function prepare(url: string, { demoCustomers, now, say }: Preparing): Promise<string | null> {
	const { db, close } = connect(url, { connections: 3, name: 'empty-chair start' });
	try {
		await makeReady(db, { demoCustomers, now, say });
		return await setupToken(db, now());
	} finally {
		await close();
	}
}
