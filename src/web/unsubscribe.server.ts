import { error } from '@sveltejs/kit';
import type { RequestEvent } from '@sveltejs/kit';
import { stopAlertsBy, whomAlertsReach } from '#domain/alerts/server.ts';
import { unsubscribeBy, whomItStops } from '#domain/snapshots/server.ts';

type Event = Pick<RequestEvent<{ token: string }>, 'locals' | 'params'>;

const tooOld = 'This link is unknown or too old. Whoever sends you these mails can take you off.';

/** What a link would stop. Looking stops nothing: mail scanners open every link. */
export async function loadUnsubscribe({ locals: { db }, params: { token } }: Event) {
	const now = new Date();
	const snapshot = await whomItStops(db, token, now);
	if (snapshot)
		return {
			what: `“${snapshot.schedule}”`,
			address: snapshot.address,
			isStopped: snapshot.state === 'unsubscribed'
		};
	const alerts = await whomAlertsReach(db, token, now);
	if (!alerts) error(404, tooOld);
	return { what: 'alerts', address: alerts.address, isStopped: alerts.isStopped };
}

/** Stops it: by the button of the page, or by a mail program's one click (RFC 8058). */
export async function unsubscribe({ locals: { db }, params: { token } }: Event) {
	const now = new Date();
	if (!(await unsubscribeBy(db, token, now)) && !(await stopAlertsBy(db, token, now))) error(404, tooOld);
	return { isStopped: true };
}
