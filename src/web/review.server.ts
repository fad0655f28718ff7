import { error, redirect } from '@sveltejs/kit';
import type { RequestEvent } from '@sveltejs/kit';
import { latestWeek as weekToOpen } from '#domain/money/as-of.ts';
import { evidenceFromUrl } from '#domain/money/price/ladder.ts';
import { priceSoon, versionOfSums, whatIsKnown } from '#domain/money/server.ts';
import { pickedFromUrl } from '#domain/reviews/picked.ts';
import { seriesInScope, weeklyReview } from '#domain/reviews/server.ts';
import { scopeFromUrl } from '#domain/scope/scope.ts';
import { dayIn } from '#domain/scope/zone.ts';
import { isWeek } from '#domain/scope/week.ts';
import { pricedBeside } from './beside-work.server.ts';
import { loadBeside } from './beside.server.ts';
import { remembered } from './remembered.server.ts';
import { shownWeek } from './review/agenda.server.ts';

type ReviewEvent = RequestEvent<{ week: string }>;

/** The week to open: this one, or the last one with answers when the data ends before it. */
export async function latestWeek({ locals: { db, organisation } }: Pick<RequestEvent, 'locals'>): Promise<string> {
	return weekToOpen(dayIn(new Date(), organisation.timeZone), (await whatIsKnown(db))?.answersThrough ?? null);
}

/** Everything a review page shows, in one go: the figures, the charts, the feed. */
export async function loadReview(event: Pick<ReviewEvent, 'locals' | 'params' | 'url' | 'request'>) {
	const { locals, params, url } = event;
	if (!isWeek(params.week)) error(404, 'A week is written like 2026-W47.');
	const scope = scopeFromUrl(params.week, url.searchParams);
	const picked = pickedFromUrl(url.searchParams);
	const today = dayIn(new Date(), locals.organisation.timeZone);
	const [found, version] = await Promise.all([seriesInScope(locals.db, scope), versionOfSums(locals.db)]);
	const [live, beside] = await Promise.all([
		remembered(
			JSON.stringify(['review', version, today, scope]),
			() => weeklyReview(locals.db, scope, locals.organisation, found, today, priceSoon),
			(review) => review === null || !pricedBeside(review.price)
		),
		loadBeside(event, { scope, picked, series: found?.series ?? null })
	]);
	const shown = await shownWeek(event, { scope, live, today });
	return { scope, picked, evidence: evidenceFromUrl(url.searchParams), ...beside, shown };
}

export async function redirectToLatest(event: Pick<RequestEvent, 'locals' | 'url'>): Promise<never> {
	redirect(303, `/review/${await latestWeek(event)}${event.url.search}`);
}
