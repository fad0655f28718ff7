import type { RequestEvent } from '@sveltejs/kit';
import { makeFeedToken } from '#domain/auth/server.ts';

/** Makes somebody's address for feed readers, whole, as it is shown this once. */
export async function newFeedAddress({ locals: { db, person }, url }: Pick<RequestEvent, 'locals' | 'url'>) {
	const token = await makeFeedToken(db, { by: person!, now: new Date() });
	return { feedAddress: `${url.origin}/reviews/feed.atom?token=${token}` };
}
