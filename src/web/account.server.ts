import type { RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import { makeFeedToken } from '#domain/auth/server.ts';

export const PasswordsForm = v.object({
	_from: v.pipe(v.string(), v.nonEmpty('Write your present password.'), v.maxLength(201)),
	_to: v.pipe(v.string(), v.nonEmpty('Choose a new password.'), v.maxLength(201))
});

/** Makes somebody's address for feed readers, whole, as it is shown this once. */
export async function newFeedAddress({ locals: { db, person }, url }: Pick<RequestEvent, 'locals' | 'url'>) {
	const token = await makeFeedToken(db, { by: person!, now: new Date() });
	return { feedAddress: `${url.origin}/reviews/feed.atom?token=${token}` };
}
