import type { Db } from '#platform/db/connect.ts';
import { refreshIfOutOfDate } from '../money/server.ts';
import { organisationOf } from '../scope/server.ts';
import { loadDemoIfEmpty } from './demo.server.ts';
import { lockImports } from './queries/runs.server.ts';

type Readying = { demoCustomers: number; now: () => Date; say: (line: string) => void };

/**
 * What a start does with the data, before anybody reads: the made-up company where there is nothing, and kept sums
 * that are of this version. `db` is a pool of three connections or more: one holds imports off, two count.
 */
export async function makeReady(db: Db, { demoCustomers, now, say }: Readying): Promise<void> {
	await loadDemoIfEmpty(db, { customers: demoCustomers, now, say });
	await db.transaction(async (guard) => {
		await lockImports(guard);
		const { timeZone: zone } = await organisationOf(guard);
		if ((await refreshIfOutOfDate(db, { zone, now })) === 'counted anew')
			say('The figures were counted anew for this version.');
	});
}
