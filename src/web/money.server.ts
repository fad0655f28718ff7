import type { RequestEvent } from '@sveltejs/kit';
import { movesFromUrl, pricedRoutes } from '#domain/money/price/routes.ts';
import { moneyStatements, priceFor, retentionFigures, versionOfSums, whatIsKnown } from '#domain/money/server.ts';
import { pickedFromUrl } from '#domain/reviews/picked.ts';
import { seriesInScope } from '#domain/reviews/server.ts';
import type { SeriesInScope } from '#domain/reviews/server.ts';
import { addDays } from '#domain/scope/calendar.ts';
import type { Scope } from '#domain/scope/scope.ts';
import { scopeFromUrl } from '#domain/scope/scope.ts';
import { isWeek } from '#domain/scope/week.ts';
import { dayIn } from '#domain/scope/zone.ts';
import { loadBeside } from './beside.server.ts';
import { remembered } from './remembered.server.ts';
import { latestWeek } from './review.server.ts';

/** Everything the Money page shows: what a point is worth, by what evidence, and the words beside it. */
export async function loadMoney(event: Pick<RequestEvent, 'locals' | 'url' | 'request'>) {
	const { locals, url } = event;
	const week = url.searchParams.get('week') ?? '';
	const scope = scopeFromUrl(isWeek(week) ? week : await latestWeek(event), url.searchParams);
	const picked = pickedFromUrl(url.searchParams);
	const yesterday = addDays(dayIn(new Date(), locals.organisation.timeZone), -1);
	const [found, version] = await Promise.all([seriesInScope(locals.db, scope), versionOfSums(locals.db)]);
	const [worth, beside] = await Promise.all([
		found &&
			remembered(JSON.stringify(['money', version, yesterday, scope]), () =>
				whatAPointIsWorth(locals.db, scope, found, yesterday)
			),
		loadBeside(event, { scope, picked, series: found?.series ?? null })
	]);
	return { scope, picked, moves: movesFromUrl(url.searchParams), worth, ...beside };
}

async function whatAPointIsWorth(
	db: App.Locals['db'],
	scope: Scope,
	{ series, all }: SeriesInScope,
	yesterday: string
) {
	const revenueThrough = (await whatIsKnown(db))?.revenueThrough ?? null;
	const [now, { paying }, statements] = await Promise.all([
		priceFor(db, scope, series, revenueThrough),
		retentionFigures(db, scope, revenueThrough, yesterday),
		moneyStatements(db, scope, series, revenueThrough)
	]);
	return {
		series,
		allSeries: all,
		now,
		statements,
		payingCustomers: paying,
		routes: pricedRoutes(now.price, series.metric, paying)
	};
}
