import { error, redirect } from '@sveltejs/kit';
import type { RequestEvent } from '@sveltejs/kit';
import { slicesOfCustomers, whatIsKnown } from '#domain/money/server.ts';
import { feedScope, pickedFromUrl } from '#domain/reviews/picked.ts';
import { seriesInScope, weeklyReview } from '#domain/reviews/server.ts';
import { notKnown, scopeFromUrl } from '#domain/scope/scope.ts';
import type { Slice } from '#domain/scope/scope.ts';
import { dayIn } from '#domain/scope/zone.ts';
import { isWeek, weekOf } from '#domain/scope/week.ts';
import { mondayOf } from '#domain/scope/calendar.ts';
import { cursorFrom } from '#domain/voice/feed.ts';
import { feed, feedPage } from '#domain/voice/server.ts';

type ReviewEvent = RequestEvent<{ week: string }>;

/** The week to open: this one, or the last one with answers when the data ends before it. */
export async function latestWeek({ locals: { db, organisation } }: Pick<RequestEvent, 'locals'>): Promise<string> {
	const today = dayIn(new Date(), organisation.timeZone);
	const through = (await whatIsKnown(db))?.answersThrough;
	return weekOf(through && through < mondayOf(today) ? through : today);
}

/** Everything a review page shows, in one go: the figures, the charts, the feed. */
export async function loadReview({
	locals,
	params,
	url,
	request
}: Pick<ReviewEvent, 'locals' | 'params' | 'url' | 'request'>) {
	if (!isWeek(params.week)) error(404, 'A week is written like 2026-W47.');
	const { db, organisation, person } = locals;
	const scope = scopeFromUrl(params.week, url.searchParams);
	const picked = pickedFromUrl(url.searchParams);
	const today = dayIn(new Date(), organisation.timeZone);
	const reading = { zone: organisation.timeZone, reader: person! };

	const found = await seriesInScope(db, scope);
	const words = feedScope(scope, picked, found?.series ?? null);
	const after = cursorFrom(url.searchParams.get('older'));
	const [review, customers, firstPage, olderPage] = await Promise.all([
		weeklyReview(db, scope, organisation, found, today),
		slicesOfCustomers(db),
		feed(db, words, reading),
		after && feedPage(db, words, reading, after)
	]);
	const valuesOf = (slice: Slice) => [...new Set(customers.map((cell) => cell[slice] || notKnown))].sort();

	return {
		scope,
		picked,
		review,
		feed: { ...firstPage, ...olderPage },
		choices: { segment: valuesOf('segment'), region: valuesOf('region'), plan: valuesOf('plan') },
		currency: organisation.reportingCurrency,
		zone: organisation.timeZone,
		thisMonday: mondayOf(today),
		today,
		organisationName: organisation.name,
		narrow: /Mobi/.test(request.headers.get('user-agent') ?? '')
	};
}

export async function redirectToLatest(event: Pick<RequestEvent, 'locals' | 'url'>): Promise<never> {
	redirect(303, `/review/${await latestWeek(event)}${event.url.search}`);
}
