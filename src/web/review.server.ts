import { error, redirect } from '@sveltejs/kit';
import type { RequestEvent } from '@sveltejs/kit';
import { latestWeek as weekToOpen } from '#domain/money/as-of.ts';
import { rankingFromUrl } from '#domain/money/fix-first/ranked-by.ts';
import { evidenceFromUrl } from '#domain/money/price/ladder.ts';
import { priceSoon, versionOfSums, whatIsKnown } from '#domain/money/server.ts';
import { openingWeek, readableOn } from '#domain/reviews/opening-week.ts';
import { pickedFromUrl } from '#domain/reviews/picked.ts';
import { seriesInScope, weeklyReview } from '#domain/reviews/server.ts';
import { reviewPlaces } from '#domain/reviews/view/review-places.ts';
import { populationOf } from '#domain/insights/mark.ts';
import { scopeFromUrl } from '#domain/scope/scope.ts';
import type { Scope } from '#domain/scope/scope.ts';
import { dayIn } from '#domain/scope/zone.ts';
import { isWeek } from '#domain/scope/week.ts';
import { newestWords } from '#domain/voice/server.ts';
import { pricedBeside } from './beside-work.server.ts';
import { loadBeside } from './beside.server.ts';
import type { ChartsSeen } from './marks/actions.server.ts';
import { remembered } from './remembered.server.ts';
import { shownWeek } from './review/agenda.server.ts';

type Reading = Pick<App.Locals, 'db' | 'organisation'>;
type ReviewEvent = RequestEvent<{ week: string }>;

/** The week to open: this one, or the last one with answers when the data ends before it. */
export async function latestWeek({ locals: { db, organisation } }: { locals: Reading }): Promise<string> {
	return weekToOpen(dayIn(new Date(), organisation.timeZone), (await whatIsKnown(db))?.answersThrough ?? null);
}

/** The week at which the review opens: on a Monday, and until somebody has written in this one, the one before it. */
export async function weekToMeetAbout(event: { locals: Reading }): Promise<string> {
	const { db, organisation } = event.locals;
	const zone = organisation.timeZone;
	const today = dayIn(new Date(), zone);
	const [latest, newest] = await Promise.all([latestWeek(event), newestWords(db, { ...readableOn(today), zone })]);
	return openingWeek(latest, { today, newest });
}

/** A week's figures and charts as they would be told now; asked for once while the kept sums stay the same. */
export async function liveReview({ db, organisation }: Reading, scope: Scope) {
	const today = dayIn(new Date(), organisation.timeZone);
	const [found, version] = await Promise.all([seriesInScope(db, scope), versionOfSums(db)]);
	const live = remembered(
		JSON.stringify(['review', version, today, scope]),
		() => weeklyReview(db, scope, organisation, found, today, priceSoon),
		(review) => review === null || !pricedBeside(review.price)
	);
	return { found, live, today };
}

/** Everything a review page shows, in one go: the figures, the charts, the feed. */
export async function loadReview(event: Pick<ReviewEvent, 'locals' | 'params' | 'url' | 'request'>) {
	const { locals, params, url } = event;
	if (!isWeek(params.week)) error(404, 'A week is written like 2026-W47.');
	const scope = scopeFromUrl(params.week, url.searchParams);
	const picked = pickedFromUrl(url.searchParams);
	const { found, live: asked, today } = await liveReview(locals, scope);
	const [live, beside] = await Promise.all([
		asked,
		loadBeside(event, { scope, picked, series: found?.series ?? null })
	]);
	const shown = await shownWeek(event, { scope, live, today });
	const population = shown.review ? populationOf(scope, shown.review.series) : '';
	return {
		scope,
		picked,
		evidence: evidenceFromUrl(url.searchParams),
		ranking: rankingFromUrl(url.searchParams),
		fiscalYearStartsIn: locals.organisation.fiscalYearStartsIn,
		...beside,
		shown,
		population
	};
}

/** The charts of a week's review as they are now, for what is put on them; null: there are none yet. */
export async function reviewChartsSeen(locals: App.Locals, scope: Scope): Promise<ChartsSeen | null> {
	const review = await (await liveReview(locals, scope)).live;
	if (!review) return null;
	const charts = reviewPlaces(review, locals.organisation.reportingCurrency);
	return { charts, population: populationOf(scope, review.series), week: scope.week };
}

export async function redirectToLatest(event: Pick<RequestEvent, 'locals' | 'url'>): Promise<never> {
	redirect(303, `/review/${await weekToMeetAbout(event)}${event.url.search}`);
}
