import { error } from '@sveltejs/kit';
import type { RequestEvent } from '@sveltejs/kit';
import { feedScope, pickedFromUrl } from '#domain/reviews/picked.ts';
import { seriesInScope } from '#domain/reviews/server.ts';
import { scopeFromUrl } from '#domain/scope/scope.ts';
import { isWeek } from '#domain/scope/week.ts';
import { cursorFrom } from '#domain/voice/feed.ts';
import type { FeedScope } from '#domain/voice/feed.ts';
import { arrivedIn, feedPage } from '#domain/voice/server.ts';
import { spokenOf } from './beside.server.ts';
import { withPinnedIn } from './insights/pinned-in.server.ts';

type Asking = Pick<RequestEvent, 'locals' | 'url'>;

/** Which words a page with a feed shows, by its address and its week. */
async function wordsOf({ locals: { db }, url }: Asking): Promise<FeedScope> {
	const week = url.searchParams.get('week') ?? '';
	if (!isWeek(week)) error(400, 'Say which week.');
	const scope = scopeFromUrl(week, url.searchParams);
	const found = await seriesInScope(db, scope);
	const picked = pickedFromUrl(url.searchParams);
	return feedScope(scope, picked, found?.series ?? null, await spokenOf(db, scope, picked));
}

/** The next page of a review's feed, for a browser that stays on the page. */
export async function loadFeedPage(event: Asking) {
	const { db, organisation, person } = event.locals;
	const after = cursorFrom(event.url.searchParams.get('older'));
	if (!after) error(400, 'Say after which comment.');
	const page = await feedPage(db, await wordsOf(event), { zone: organisation.timeZone, reader: person! }, after);
	return withPinnedIn(db, page);
}

/** How many comments of a feed have come in since it was shown. */
export async function loadFeedArrived(event: Asking): Promise<{ arrived: number }> {
	const since = event.url.searchParams.get('since') ?? '';
	if (!/^\d{1,15}$/.test(since)) error(400, 'Say after which comment.');
	const { db, organisation } = event.locals;
	const words = await wordsOf(event);
	return { arrived: await arrivedIn(db, words, { zone: organisation.timeZone, since: Number(since) }) };
}
