import { error } from '@sveltejs/kit';
import type { RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import { markAllAsRead, markAsRead } from '#domain/voice/server.ts';
import { idFrom } from '#domain/voice/voice-comment.ts';
import { form } from '../form.server.ts';
import { answerId, numberId } from '../ids.ts';
import { jsonIn } from '../text-in.ts';

const mostAtOnce = 500;
const Read = v.object({ read: v.pipe(v.array(v.string()), v.maxLength(mostAtOnce)) });

/** What a browser has shown to somebody for long enough, several comments at once. */
export async function takeReceipts({ request, locals: { db, person } }: Pick<RequestEvent, 'request' | 'locals'>) {
	const parsed = v.safeParse(Read, jsonIn(await request.text()));
	if (!parsed.success) error(400, 'Say which comments were read.');
	const ids = parsed.output.read.map(idFrom).filter((id) => id !== null);
	await markAllAsRead(db, ids, { by: person!, now: new Date() });
	return new Response(null, { status: 204 });
}

const One = v.object({ customerId: numberId, responseId: answerId });

/** The same by a button, for one comment. */
export const markOne = form(One, (words, { locals: { db, person } }: RequestEvent) =>
	markAsRead(db, { ...words, by: person!, now: new Date() })
);
