import type { Db } from '#platform/db/connect.ts';
import type { FollowUp } from '../officer/follow-up.ts';
import { countOpenPromises, followUpsByKey, openPromises } from '../officer/server.ts';
import type { Scope, Slice } from '../scope/scope.ts';

/** What customers were promised and was open: the most urgent of it, and how much there was, and was overdue, in all. */
export type Promises = { told: FollowUp[]; open: number; overdue: number };

/** Which promises were open when a week closed, and how many were overdue. Their words may be erased, so they stay out. */
export type KeptPromises = { keys: { customerId: number; id: number }[]; open: number; overdue: number };

/** A meeting looks at so many; the Officer page has them all. */
const most = 50;

export async function promisesOf(db: Db, whom: Pick<Scope, Slice>, today: string): Promise<Promises> {
	const [told, counts] = await Promise.all([openPromises(db, whom, most), countOpenPromises(db, whom, today)]);
	return { told, ...counts };
}

export const asKept = ({ told, ...counts }: Promises): KeptPromises => ({
	keys: told.map(({ customerId, id }) => ({ customerId, id })),
	...counts
});

/** The promises that were open when a week closed, each with what came of it since. */
export const promisesThen = async (db: Db, { keys, ...counts }: KeptPromises): Promise<Promises> => ({
	told: keys.length === 0 ? [] : await followUpsByKey(db, keys),
	...counts
});
