import type { RequestEvent } from '@sveltejs/kit';
import { lastCompleteMonth, stateWeek } from '#domain/money/as-of.ts';
import { slicesOfCustomers, whatIsKnown } from '#domain/money/server.ts';
import { feedScope } from '#domain/reviews/picked.ts';
import type { SpokenOf } from '#domain/reviews/behind-scope.ts';
import type { Picked } from '#domain/reviews/picked.ts';
import { mondayOf } from '#domain/scope/calendar.ts';
import { sliceChoices } from '#domain/scope/slice-choices.ts';
import type { Scope } from '#domain/scope/scope.ts';
import { dayIn } from '#domain/scope/zone.ts';
import type { Series } from '#domain/surveys/series.ts';
import { cursorFrom } from '#domain/voice/feed.ts';
import { feed, feedPage } from '#domain/voice/server.ts';
import { withPinnedIn } from './insights/pinned-in.server.ts';

type Asked = { scope: Scope; picked: Picked; series: Series | null };

/** What every page with a feed needs beside its own figures: the words, what the filters offer, and where we are. */
export async function loadBeside(
	{ locals, url, request }: Pick<RequestEvent, 'locals' | 'url' | 'request'>,
	{ scope, picked, series }: Asked
) {
	const { db, organisation, person } = locals;
	const reading = { zone: organisation.timeZone, reader: person! };
	const words = feedScope(scope, picked, series, await spokenOf(db, scope, picked));
	const after = cursorFrom(url.searchParams.get('older'));
	const [customers, firstPage, olderPage] = await Promise.all([
		slicesOfCustomers(db),
		feed(db, words, reading),
		after && feedPage(db, words, reading, after)
	]);
	const shown = await withPinnedIn(db, { ...firstPage, ...olderPage });
	const today = dayIn(new Date(), organisation.timeZone);

	return {
		feed: shown,
		choices: sliceChoices(customers),
		currency: organisation.reportingCurrency,
		zone: organisation.timeZone,
		thisMonday: mondayOf(today),
		today,
		organisationName: organisation.name,
		narrow: /Mobi/.test(request.headers.get('user-agent') ?? '')
	};
}

/** From when what customers did and paid is seen; null without any revenue, or where what was picked does not ask. */
export async function spokenOf(
	db: App.Locals['db'],
	scope: Scope,
	{ did, moved, behind }: Picked
): Promise<SpokenOf | null> {
	if (!did && !moved && !behind) return null;
	const revenueThrough = (await whatIsKnown(db))?.revenueThrough;
	if (!revenueThrough) return null;
	return { monday: stateWeek(scope, revenueThrough), month: lastCompleteMonth(scope, revenueThrough) };
}
