import type { Db } from '#platform/db/connect.ts';
import { isOverdue } from '../officer/follow-up.ts';
import type { FollowUp } from '../officer/follow-up.ts';
import { followUpsByKey, openPromises } from '../officer/server.ts';

/** What customers were promised and was open, the most urgent first. */
export type Promises = { open: FollowUp[]; overdue: number };

/** Which promises were open when a week closed, and how many were overdue. Their words may be erased, so they stay out. */
export type KeptPromises = { keys: { customerId: number; id: number }[]; overdue: number };

/** A meeting looks at so many; the Officer page has them all. */
const most = 50;

export async function promisesOf(db: Db, today: string): Promise<Promises> {
	const open = await openPromises(db, most);
	return { open, overdue: open.filter((one) => isOverdue(one, today)).length };
}

export const asKept = ({ open, overdue }: Promises): KeptPromises => ({
	keys: open.map(({ customerId, id }) => ({ customerId, id })),
	overdue
});

/** The promises that were open when a week closed, each with what came of it since. */
export const promisesThen = async (db: Db, { keys, overdue }: KeptPromises): Promise<Promises> => ({
	open: keys.length === 0 ? [] : await followUpsByKey(db, keys),
	overdue
});
