import * as v from 'valibot';
import { markAsRead } from '#domain/voice/server.ts';
import { form } from '#web/form.server.ts';
import { numberId } from '#web/ids.ts';
import { reviewActions } from '#web/review/actions.server.ts';
import { loadReview } from '#web/review.server.ts';
import type { Actions, PageServerLoad } from './$types';

const Words = v.object({ customerId: numberId, responseId: numberId });

export const load: PageServerLoad = (event) => loadReview(event);

export const actions: Actions = {
	...reviewActions,
	read: form(Words, (words, { locals: { db, person } }) => markAsRead(db, { ...words, by: person!, now: new Date() }))
};
