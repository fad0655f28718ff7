import type { RequestEvent } from '@sveltejs/kit';
import { priceExplained } from '#domain/money/price-explained.ts';
import { movesFromUrl, pricedRoutes } from '#domain/money/price/routes.ts';
import { moneyStatements, priceSoon, versionOfSums, whatIsKnown } from '#domain/money/server.ts';
import { pickedFromUrl } from '#domain/reviews/picked.ts';
import { seriesInScope } from '#domain/reviews/server.ts';
import type { SeriesInScope } from '#domain/reviews/server.ts';
import { addDays } from '#domain/scope/calendar.ts';
import type { Scope } from '#domain/scope/scope.ts';
import { scopeFromUrl } from '#domain/scope/scope.ts';
import { isWeek } from '#domain/scope/week.ts';
import { dayIn } from '#domain/scope/zone.ts';
import { pricedBeside } from './beside-work.server.ts';
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
			remembered(
				JSON.stringify(['money', version, yesterday, scope]),
				() =>
					whatAPointIsWorth(locals.db, scope, found, { yesterday, currency: locals.organisation.reportingCurrency }),
				(worth) => !pricedBeside(worth.now)
			),
		loadBeside(event, { scope, picked, series: found?.series ?? null })
	]);
	return { scope, picked, moves: movesFromUrl(url.searchParams), worth, ...beside };
}

async function whatAPointIsWorth(
	db: App.Locals['db'],
	scope: Scope,
	{ series, all }: SeriesInScope,
	{ yesterday, currency }: { yesterday: string; currency: string }
) {
	const revenueThrough = (await whatIsKnown(db))?.revenueThrough ?? null;
	const [now, statements] = await Promise.all([
		priceSoon(db, scope, series, revenueThrough),
		moneyStatements(db, scope, series, { revenueThrough, knownThrough: yesterday })
	]);
	const { paying } = statements.retention;
	return {
		series,
		allSeries: all,
		now,
		about: priceExplained(now, series, { payingCustomers: paying, currency }),
		statements,
		payingCustomers: paying,
		routes: pricedRoutes(now.price, series.metric, paying)
	};
}
