import { error } from '@sveltejs/kit';
import type { RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import { can } from '#domain/auth/roles.ts';
import { deliveryStates } from '#domain/snapshots/delivery.ts';
import type { Edition } from '#domain/snapshots/edition.ts';
import {
	attemptsOf,
	deliveriesOf,
	deliveryOf,
	editionBehind,
	markBounced,
	readEdition,
	resend,
	revokeLinksOf
} from '#domain/snapshots/server.ts';
import { form } from '../form.server.ts';
import { emlFile } from './eml.server.ts';
import { BouncedForm, DeliveryForm } from './forms.ts';
import { idOf } from './schedule.server.ts';

type Event = RequestEvent<{ id: string }>;
type Loading = Pick<Event, 'locals' | 'params' | 'url'>;

/** The frozen edition, for whoever can sign in. */
export async function loadEdition(event: Loading) {
	const { person } = event.locals;
	const { content, ...edition } = await editionHere(event);
	return { edition, content, mayWrite: can(person!, 'snapshots') };
}

async function editionHere(event: Pick<Event, 'locals' | 'params'>): Promise<Edition> {
	const edition = await readEdition(event.locals.db, idOf(event));
	if (!edition) error(404, 'There is no such edition.');
	return edition;
}

/** The frozen edition behind a link, for whoever holds it: this edition and nothing else. */
export async function loadShared({
	locals: { db },
	params
}: Pick<RequestEvent<{ token: string }>, 'locals' | 'params'>) {
	const edition = await editionBehind(db, params.token, new Date());
	if (!edition) error(404, 'This link has expired or was taken back. Ask whoever sends you these mails for a new one.');
	return { content: edition.content };
}

const shownAtOnce = 100;

/** Every message of an edition and what became of it, trouble first; with `message` the attempts of one. */
export async function loadDeliveries(event: Loading) {
	const { locals, url } = event;
	const { db, organisation } = locals;
	const { content: _, ...edition } = await editionHere(event);
	const after = Math.max(0, Number(url.searchParams.get('after')) || 0);
	const state = deliveryStates.find((one) => one === url.searchParams.get('state')) ?? null;
	const message = Number(url.searchParams.get('message')) || null;
	const found = await deliveriesOf(db, { editionId: edition.id, state, after, limit: shownAtOnce + 1 });
	return {
		edition,
		deliveries: found.slice(0, shownAtOnce),
		state,
		after,
		more: found.length > shownAtOnce ? after + shownAtOnce : null,
		attempts: message === null ? null : { message, all: await attemptsOf(db, message) },
		zone: organisation.timeZone
	};
}

const by = ({ locals: { person } }: Event) => ({ by: person!, now: new Date() });

export const deliveriesActions = {
	resend: form(DeliveryForm, async ({ delivery }, event: Event) => {
		await resend(event.locals.db, delivery, by(event));
		return { done: 'It is queued again.' };
	}),
	bounced: form(BouncedForm, async ({ delivery, answer }, event: Event) => {
		await markBounced(event.locals.db, { deliveryId: delivery, answer }, by(event));
		return { done: 'Noted that it came back.' };
	}),
	revoke: form(v.object({}), async (_, event: Event) => {
		const revoked = await revokeLinksOf(event.locals.db, { editionId: idOf(event) }, by(event));
		return { done: `Links taken back: ${revoked}. Nobody without an account reads this edition any more.` };
	})
};

/** A message about an edition, for the outbox. */
export async function emlOf({ locals: { db }, params, url }: RequestEvent<{ id: string; delivery: string }>) {
	const delivery = await deliveryOf(db, idOf({ params: { id: params.delivery } }));
	if (!delivery || delivery.editionId !== idOf({ params })) error(404, 'There is no such message.');
	return emlFile(db, delivery, { origin: url.origin, elsewhere: `/snapshots/editions/${params.id}/deliveries` });
}
