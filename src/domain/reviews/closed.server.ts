import type { Db } from '#platform/db/connect.ts';
import { Refusal } from '../refusal.ts';
import { lockWeek, selectEdition } from './queries/editions.server.ts';

/** Holds the week until the transaction ends, so that nobody closes it meanwhile; refuses when it is closed already. */
export async function refuseClosed(db: Db, week: string, so: string): Promise<void> {
	await lockWeek(db, week);
	if (await selectEdition(db, week)) throw new Refusal('conflict', `Week ${week} is closed: ${so}.`);
}
