import { error } from '@sveltejs/kit';
import type { RequestEvent } from '@sveltejs/kit';
import { feedScope, pickedFromUrl } from '#domain/reviews/picked.ts';
import { seriesInScope } from '#domain/reviews/server.ts';
import { scopeFromUrl } from '#domain/scope/scope.ts';
import { isWeek } from '#domain/scope/week.ts';
import { cursorFrom } from '#domain/voice/feed.ts';
import { feedPage } from '#domain/voice/server.ts';
import { monthSpokenOf } from './beside.server.ts';

/** The next page of a review's feed, for a browser that stays on the page. */
export async function loadFeedPage({
	locals: { db, organisation, person },
	url
}: Pick<RequestEvent, 'locals' | 'url'>) {
	const week = url.searchParams.get('week') ?? '';
	const after = cursorFrom(url.searchParams.get('older'));
	if (!isWeek(week) || !after) error(400, 'Say which week, and after which comment.');

	const scope = scopeFromUrl(week, url.searchParams);
	const found = await seriesInScope(db, scope);
	const picked = pickedFromUrl(url.searchParams);
	const words = feedScope(scope, picked, found?.series ?? null, picked.did && (await monthSpokenOf(db, scope)));
	return feedPage(db, words, { zone: organisation.timeZone, reader: person! }, after);
}
