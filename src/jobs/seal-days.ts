import { organisationOf } from '#domain/scope/server.ts';
import { dayIn } from '#domain/scope/zone.ts';
import { sealEndedDays } from '#domain/voice/server.ts';
import type { Db } from '#platform/db/connect.ts';
import { log } from '#platform/log.ts';
import { regularly } from './regularly.ts';

/** Seals the days that have ended, now and whenever another one does: looking is one short query until then. */
export function keepSealing(db: Db): void {
	let sealedOn = '';
	regularly('a day could not be sealed', async () => {
		const { timeZone: zone } = await organisationOf(db);
		const now = new Date();
		if (dayIn(now, zone) === sealedOn) return;
		const comments = await sealEndedDays(db, { zone, now });
		sealedOn = dayIn(now, zone);
		if (comments > 0) log.info({ comments }, 'sealed the days that have ended');
	});
}
