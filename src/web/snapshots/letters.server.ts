import { error } from '@sveltejs/kit';
import type { RequestEvent } from '@sveltejs/kit';
import { attemptsOf, deliveryOf, letters } from '#domain/snapshots/server.ts';
import { deliveriesActions } from './edition.server.ts';
import { emlFile } from './eml.server.ts';
import { idOf } from './schedule.server.ts';

const shownAtOnce = 100;

/** Messages to one person that are about no edition, and what became of them; with `message` the attempts of one. */
export async function loadLetters({ locals: { db, organisation }, url }: Pick<RequestEvent, 'locals' | 'url'>) {
	const after = Math.max(0, Number(url.searchParams.get('after')) || 0);
	const message = Number(url.searchParams.get('message')) || null;
	const found = await letters(db, { after, limit: shownAtOnce + 1 });
	return {
		deliveries: found.slice(0, shownAtOnce),
		more: found.length > shownAtOnce ? after + shownAtOnce : null,
		attempts: message === null ? null : { message, all: await attemptsOf(db, message) },
		zone: organisation.timeZone
	};
}

const { resend, bounced } = deliveriesActions;
export const lettersActions = { resend, bounced };

export async function letterEml({ locals: { db }, params, url }: RequestEvent<{ delivery: string }>) {
	const delivery = await deliveryOf(db, idOf({ params: { id: params.delivery } }));
	if (!delivery || delivery.editionId !== null) error(404, 'There is no such message.');
	return emlFile(db, delivery, { origin: url.origin, elsewhere: '/snapshots/letters' });
}
