import { error, redirect } from '@sveltejs/kit';
import type { RequestEvent } from '@sveltejs/kit';
import { can } from '#domain/auth/roles.ts';
import { makeInsight, openInsights, pinComment, whoCanBeMentioned } from '#domain/insights/server.ts';
import { wholeComment } from '#domain/voice/server.ts';
import { idFrom } from '#domain/voice/voice-comment.ts';
import { form } from '../form.server.ts';
import { by } from './actions.server.ts';
import { PinToForm, PinToNewForm } from './forms.ts';
import { isDemo, seenBy } from './insights.server.ts';

/** A comment, and the insights that it can be pinned to. */
export async function loadPin({ locals, url }: Pick<RequestEvent, 'locals' | 'url'>) {
	const { db, organisation, person } = locals;
	const id = idFrom(url.searchParams.get('comment'));
	const place = { zone: organisation.timeZone, currency: organisation.reportingCurrency };
	const comment = id && (await wholeComment(db, id, { ...place, reader: person! }));
	if (!comment) error(404, 'There is no such comment, or it has no words any more.');
	const mayMake = can(person!, 'write');
	return {
		comment,
		...place,
		insights: (await openInsights(db, isDemo(locals))).map(({ number, current }) => ({ number, claim: current.claim })),
		chosen: Number(url.searchParams.get('insight')) || null,
		owners: mayMake ? (await whoCanBeMentioned(db)).map(({ id, name }) => ({ id, name })) : [],
		mayMake
	};
}

export const pinActions = {
	pin: form(PinToForm, async ({ comment, side, insight: number }, event: RequestEvent) => {
		await pinComment(event.locals.db, { number, side, ...comment }, by(event));
		redirect(303, `/insights/${number}#evidence`);
	}),
	make: form(PinToNewForm, async ({ comment, ...claimed }, event: RequestEvent) => {
		const seen = await seenBy(event);
		const number = await event.locals.db.transaction(async (tx) => {
			const made = await makeInsight(tx, claimed, seen, by(event));
			await pinComment(tx, { number: made, side: 'for', ...comment }, by(event));
			return made;
		});
		redirect(303, `/insights/${number}`);
	})
};
