import type { Db } from '#platform/db/connect.ts';
import { hashOfToken, newToken } from '../auth/secrets.server.ts';
import { organisationOf } from '../scope/server.ts';
import { unsubscribableFor, unsubscribePath } from '../snapshots/links.ts';
import type { Letter, Letters } from '../snapshots/letters.ts';
import { bouncesToPause } from '../snapshots/schedule.ts';
import { letterEnds } from '../snapshots/server.ts';
import { alertMail } from './mail/mail.ts';
import { selectAlertsOfMail, selectReaderOfMail } from './queries/read.server.ts';
import { dropFromMail } from './queries/tell.server.ts';
import { insertStopLink, selectWish } from './queries/wishes.server.ts';
import { switchedOff } from './tell.server.ts';
import { quietUntil } from './when.ts';
import { wants } from './wish.ts';

/** Mails with alerts, for whoever sends what is queued. */
export const alertLetters: Letters = {
	async whyNot(db, { deliveryId }, now) {
		const { wish, alerts, dropped } = await stillWanted(db, deliveryId);
		if (dropped.length > 0) await dropFromMail(db, deliveryId, { alertIds: dropped, why: switchedOff, now });
		if (!wish || alerts.length === 0) return 'They had switched these alerts off before it was sent.';
		if (await hasComeBack(db, wish.personId, wish.changedAt))
			return 'Mail to them came back three times in a row. Saving their alerts anew resumes it.';
		const until = wish.quiet && quietUntil(wish.quiet, wish.zone, now);
		return until && { until };
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
	const all = await selectAlertsOfMail(db, deliveryId);
	const alerts = wish ? all.filter((alert) => wants(wish, alert)) : [];
	return { wish, alerts, dropped: all.filter((alert) => !alerts.includes(alert)).map(({ id }) => id) };
}

/** As with snapshots: after so many failures for good in a row, an address is left alone. */
export async function hasComeBack(db: Db, personId: number, since: Date): Promise<boolean> {
	const ends = await letterEnds(db, personId, { since, limit: bouncesToPause });
	return ends.length === bouncesToPause && ends.every(({ state }) => state !== 'sent');
}
