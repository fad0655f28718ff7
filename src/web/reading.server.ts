import * as v from 'valibot';
import { markAsRead, unmask } from '#domain/voice/server.ts';
import { form } from './form.server.ts';
import { answerId, numberId } from './ids.ts';

const Words = v.object({ customerId: numberId, responseId: answerId });

/** What a reader can do with a comment, on every page that shows some. */
export const readingActions = {
	read: form(Words, (words, { locals: { db, person } }) => markAsRead(db, { ...words, by: person!, now: new Date() })),
	unmask: form(Words, async (words, { locals: { db, person } }) => ({
		unmasked: { ...words, ...(await unmask(db, { ...words, by: person! })) }
	}))
};
