import { error } from '@sveltejs/kit';
import type { RequestEvent } from '@sveltejs/kit';
import { unsubscribeBy, whomItStops } from '#domain/snapshots/server.ts';

type Event = Pick<RequestEvent<{ token: string }>, 'locals' | 'params'>;

const tooOld = 'This link is unknown or too old. Whoever sends you these mails can take you off.';

/** What a link would stop. Looking stops nothing: mail scanners open every link. */
export async function loadUnsubscribe({ locals, params }: Event) {
	const found = await whomItStops(locals.db, params.token, new Date());
	if (!found) error(404, tooOld);
	return { schedule: found.schedule, address: found.address, isStopped: found.state === 'unsubscribed' };
}

/** Stops it: by the button of the page, or by a mail program's one click (RFC 8058). */
export async function unsubscribe({ locals, params }: Event) {
	if (!(await unsubscribeBy(locals.db, params.token, new Date()))) error(404, tooOld);
	return { isStopped: true };
}
