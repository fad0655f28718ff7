import { error } from '@sveltejs/kit';
import type { RequestEvent } from '@sveltejs/kit';
import { atomFeed } from '#domain/reviews/atom.ts';
import { archivePage, editionOf, searchReviews } from '#domain/reviews/server.ts';
import { isWeek } from '#domain/scope/week.ts';

type Asking = Pick<RequestEvent, 'locals' | 'url'>;

const longestSearch = 200;

const weekBefore = (url: URL): string | null => {
	const before = url.searchParams.get('before') ?? '';
	return isWeek(before) ? before : null;
};

/** The archive: closed weeks, a quarter of a year to a page, or what was found in all weeks. */
export async function loadArchive({ locals: { db, organisation }, url }: Asking) {
	const search = (url.searchParams.get('search') ?? '').trim().slice(0, longestSearch);
	const before = weekBefore(url);
	return {
		search,
		before,
		fiscalYearStartsIn: organisation.fiscalYearStartsIn,
		...(search === ''
			? { page: await archivePage(db, before), found: null }
			: { page: { weeks: [], next: null }, found: await searchReviews(db, search) })
	};
}

/** The minutes of a closed week. */
export async function loadMinutes({
	locals: { db },
	params
}: Pick<RequestEvent<{ week: string }>, 'locals' | 'params'>) {
	const edition = isWeek(params.week) ? await editionOf(db, params.week) : null;
	if (!edition) error(404, 'There are no minutes of this week: it is not closed, or there is no such week.');
	return { week: params.week, edition };
}

/** The archive for feed readers. Whoever asks was recognised by the secret in the address. */
export async function feedFile({ locals: { db, organisation }, url }: Asking): Promise<Response> {
	const { weeks, next } = await archivePage(db, weekBefore(url));
	const self = url.href;
	const older = new URL(url);
	if (next) older.searchParams.set('before', next);
	const place = { organisation: organisation.name, origin: url.origin, self, now: new Date() };
	return new Response(atomFeed(weeks, { ...place, next: next && older.href }), {
		headers: { 'content-type': 'application/atom+xml; charset=utf-8' }
	});
}
