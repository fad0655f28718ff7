import type { Db } from '#platform/db/connect.ts';
import { organisationOf } from '../scope/server.ts';
import { listComments } from '../voice/server.ts';
import { stakeThemes } from './fix-first/themes-first.server.ts';
import { valueCustomers } from './lifetime/value-customers.server.ts';
import { priceNow } from './price-ahead.server.ts';
import { workOutAsked } from './price.server.ts';

/**
 * What takes thousands of draws or a fit is worked out after a refresh, not within it: the price of a point, which a
 * page would otherwise wait for, then what customers are worth, what is at stake by theme, and which comments have which
 * words. Nothing to do where all are of the latest refresh.
 */
export async function workOutAfterRefresh(db: Db, { now }: { now: () => Date }): Promise<void> {
	const { timeZone } = await organisationOf(db);
	await priceNow(db, { zone: timeZone, now: now() });
	await valueCustomers(db, { now });
	await workOutAsked(db);
	await stakeThemes(db, { now });
	await listComments(db);
}
