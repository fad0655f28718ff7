import type { Db } from '#platform/db/connect.ts';
import type { Person } from '../auth/person.ts';
import { can } from '../auth/roles.ts';
import { hashOfToken } from '../auth/secrets.server.ts';
import { audit } from '../auth/server.ts';
import { Refusal } from '../refusal.ts';
import { isTimeZone } from '../scope/organisation.ts';
import { withdrawAlertsTo } from '../snapshots/server.ts';
import { selectStopped, upsertWish, wantNothing } from './queries/wishes.server.ts';
import type { Wish } from './wish.ts';

export { selectWish as wishOf } from './queries/wishes.server.ts';

type By = { by: Person; now: Date };

/** Keeps what somebody wants to be told, and when. Whoever wants nothing gets nothing that is still on its way, either. */
export function saveWish(db: Db, wish: Wish, { by, now }: By): Promise<void> {
	if (!can(by, 'read')) throw new Refusal('not-allowed', 'Your role does not include this.');
	if (!isTimeZone(wish.zone)) throw new Refusal('invalid', `${wish.zone} is not a time zone.`);
	if (wish.quiet && wish.quiet.from === wish.quiet.to)
		throw new Refusal('invalid', 'Quiet hours that end when they begin are none: leave both empty.');
	return db.transaction(async (tx) => {
		await upsertWish(tx, by.id, wish, now);
		if (wish.kinds.length === 0) await withdrawAlertsTo(tx, by.id, { why: switchedOff, now });
		await audit(tx, by, 'chose alerts', wish.kinds.join(', ') || 'none');
	});
}

const switchedOff = 'They had switched alerts off before it was sent.';

/** Whom a link in a mail would stop; null: unknown or too old. Looking changes nothing. */
export const whomAlertsReach = (db: Db, token: string, now: Date) => selectStopped(db, hashOfToken(token), now);

/** Stops alerts to whoever got a link, as often as it is asked. False: unknown or too old. */
export const stopAlertsBy = (db: Db, token: string, now: Date): Promise<boolean> =>
	db.transaction(async (tx) => {
		const found = await whomAlertsReach(tx, token, now);
		if (!found) return false;
		await stopAlertsTo(tx, found.personId, { now, action: 'unsubscribed from alerts' });
		return true;
	});

/** Somebody is told nothing any more, until they choose to be. */
export async function stopAlertsTo(
	tx: Db,
	personId: number,
	{ now, action }: { now: Date; action: string }
): Promise<void> {
	if (!(await wantNothing(tx, personId, now))) return;
	await withdrawAlertsTo(tx, personId, { why: switchedOff, now });
	await audit(tx, null, action, `person ${personId}`);
}
