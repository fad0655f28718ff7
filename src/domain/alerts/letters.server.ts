import type { Db } from '#platform/db/connect.ts';
import { hashOfToken, newToken } from '../auth/secrets.server.ts';
import { organisationOf } from '../scope/server.ts';
import { unsubscribableFor, unsubscribePath } from '../snapshots/links.ts';
import type { Letter, Letters } from '../snapshots/letters.ts';
import { bouncesToPause } from '../snapshots/schedule.ts';
import { letterEnds } from '../snapshots/server.ts';
import { alertMail } from './mail/mail.ts';
import { selectAlertsOfMail, selectReaderOfMail } from './queries/read.server.ts';
import { insertStopLink, selectWish } from './queries/wishes.server.ts';
import { wants } from './wish.ts';

/** Mails with alerts, for whoever sends what is queued. */
export const alertLetters: Letters = {
	async whyNot(db, { deliveryId }) {
		const { wish, alerts } = await stillWanted(db, deliveryId);
		if (!wish || alerts.length === 0) return 'They had switched these alerts off before it was sent.';
		return (await hasComeBack(db, wish.personId, wish.changedAt))
			? 'Mail to them came back three times in a row. Saving their alerts anew resumes it.'
			: null;
	},
	async write(db, { deliveryId, to }: Letter, { origin, now }) {
		const [{ wish, alerts }, { timeZone }] = [await stillWanted(db, deliveryId), await organisationOf(db)];
		const token = newToken();
		const expiresAt = new Date(now.getTime() + unsubscribableFor);
		await insertStopLink(db, { hash: hashOfToken(token), personId: wish!.personId, expiresAt });
		const unsubscribeUrl = origin + unsubscribePath(token);
		return { mail: alertMail(alerts, { to, origin, unsubscribeUrl, zone: timeZone }), unsubscribeUrl };
	}
};

/** Of what a mail is about, what its reader wants to be told now. */
async function stillWanted(db: Db, deliveryId: number) {
	const personId = await selectReaderOfMail(db, deliveryId);
	const wish = personId === null ? null : await selectWish(db, personId);
	const all = wish ? await selectAlertsOfMail(db, deliveryId) : [];
	return { wish, alerts: wish ? all.filter((alert) => wants(wish, alert)) : [] };
}

/** As with snapshots: after so many failures for good in a row, an address is left alone. */
export async function hasComeBack(db: Db, personId: number, since: Date): Promise<boolean> {
	const ends = await letterEnds(db, personId, { since, limit: bouncesToPause });
	return ends.length === bouncesToPause && ends.every(({ state }) => state !== 'sent');
}
