import { organisationOf } from '#domain/scope/server.ts';
import { dayIn } from '#domain/scope/zone.ts';
import { sealEndedDays } from '#domain/voice/server.ts';
import type { Db } from '#platform/db/connect.ts';
import { log } from '#platform/log.ts';
import { safeError } from '#platform/safe-error.ts';

/** How soon after midnight a day is sealed, at the latest. Looking is one short query on all but one occasion a day. */
const everyTenMinutes = 600_000;

/** Seals the days that have ended, now and whenever another one does. */
export function keepSealing(db: Db): void {
	let sealedOn = '';
	const look = async () => {
		const { timeZone: zone } = await organisationOf(db);
		const now = new Date();
		if (dayIn(now, zone) === sealedOn) return;
		const comments = await sealEndedDays(db, { zone, now });
		sealedOn = dayIn(now, zone);
		if (comments > 0) log.info({ comments }, 'sealed the days that have ended');
	};
	const seal = () =>
		void look().catch((error: unknown) => log.error({ error: safeError(error) }, 'a day could not be sealed'));
	seal();
	setInterval(seal, everyTenMinutes).unref();
}
