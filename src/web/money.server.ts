import type { RequestEvent } from '@sveltejs/kit';
import { experimentFor } from '#domain/bets/server.ts';
import { populationOf } from '#domain/insights/mark.ts';
import { marksOf } from '#domain/insights/server.ts';
import { priceExplained } from '#domain/money/price-explained.ts';
import type { Experiment } from '#domain/money/price/ladder.ts';
import { movesFromUrl, pricedRoutes } from '#domain/money/price/routes.ts';
import { moneyStatements, priceSoon, versionOfSums } from '#domain/money/server.ts';
import type { MoneyStatements } from '#domain/money/server.ts';
import { moneyCharts, moneyPlaces } from '#domain/money/view/money-places.ts';
import { pickedFromUrl } from '#domain/reviews/picked.ts';
import { seriesInScope } from '#domain/reviews/server.ts';
import type { SeriesInScope } from '#domain/reviews/server.ts';
import { addDays } from '#domain/scope/calendar.ts';
import type { Scope } from '#domain/scope/scope.ts';
import { scopeFromUrl } from '#domain/scope/scope.ts';
import { isWeek } from '#domain/scope/week.ts';
import { dayIn } from '#domain/scope/zone.ts';
import type { Series } from '#domain/surveys/series.ts';
import { pricedBeside } from './beside-work.server.ts';
import { loadBeside } from './beside.server.ts';
import { cellsAtHand, whatThereIs } from './cells-at-hand.server.ts';
import { markActions } from './marks/actions.server.ts';
import type { ChartsSeen } from './marks/actions.server.ts';
import { remembered } from './remembered.server.ts';
import { latestWeek } from './review.server.ts';

type Reading = Pick<App.Locals, 'db' | 'organisation'>;

/** Everything the Money page shows: what a point is worth, by what evidence, and the words beside it. */
export async function loadMoney(event: Pick<RequestEvent, 'locals' | 'url' | 'request'>) {
	const { locals, url } = event;
	const scope = await moneyScope(event);
	const picked = pickedFromUrl(url.searchParams);
	const found = await seriesInScope(locals.db, scope);
	const [worth, beside, marks] = await Promise.all([
		worthInScope(locals, scope, found),
		loadBeside(event, { scope, picked, series: found?.series ?? null }),
		marksOf(locals.db, { charts: moneyCharts, ofDemo: locals.organisation.demoSince !== null })
	]);
	const population = found ? populationOf(scope, found.series) : '';
	return { scope, picked, moves: movesFromUrl(url.searchParams), worth, ...beside, marks, population };
}

/** What a point is worth to certain customers; asked for once while the kept sums stay the same. */
export async function worthInScope(locals: Reading, scope: Scope, found: SeriesInScope | null) {
	if (!found) return null;
	const { db, organisation } = locals;
	const [version, experiment] = await Promise.all([versionOfSums(db), experimentFor(db, scope, found.series)]);
	const asked = { ...found, version, yesterday: yesterdayOf(organisation) };
	return remembered(
		JSON.stringify(['money', version, asked.yesterday, scope, experiment]),
		() => whatAPointIsWorth(locals, scope, { ...asked, experiment }),
		(worth) => !pricedBeside(worth.now)
	);
}

/** What was read ahead: it stays until the sums or the day are others, whatever else is asked for. */
let ahead = { of: '', statements: new Map<string, MoneyStatements>() };

/** Reads the statements of a choice before anybody asks for them; they do not wait for a price. */
export async function readStatementsAhead(locals: Reading, scope: Scope, { series }: SeriesInScope) {
	const asked = { series, version: await versionOfSums(locals.db), yesterday: yesterdayOf(locals.organisation) };
	const statements = await statementsOf(locals, scope, asked);
	const of = JSON.stringify([asked.version, asked.yesterday]);
	if (ahead.of !== of) ahead = { of, statements: new Map() };
	ahead.statements.set(nameOf(scope, asked), statements);
	return statements;
}

const yesterdayOf = ({ timeZone }: Reading['organisation']): string => addDays(dayIn(new Date(), timeZone), -1);

const moneyScope = async (event: Pick<RequestEvent, 'locals' | 'url'>): Promise<Scope> => {
	const week = event.url.searchParams.get('week') ?? '';
	return scopeFromUrl(isWeek(week) ? week : await latestWeek(event), event.url.searchParams);
};

/** The charts of the Money page as they are now, for what is put on them; null: there are none yet. */
export async function moneyChartsSeen(locals: App.Locals, scope: Scope): Promise<ChartsSeen | null> {
	const worth = await worthInScope(locals, scope, await seriesInScope(locals.db, scope));
	if (!worth) return null;
	const { series, now, statements } = worth;
	const charts = moneyPlaces({ ...now, ...statements, series }, locals.organisation.reportingCurrency);
	return { charts, population: populationOf(scope, series), week: scope.week };
}

export const moneyActions = markActions(async (event: RequestEvent) =>
	moneyChartsSeen(event.locals, await moneyScope(event))
);

type Asked = { series: Series; version: string; yesterday: string };

const nameOf = (scope: Scope, { version, yesterday }: Asked): string =>
	JSON.stringify(['statements', version, yesterday, scope]);

async function statementsOf(locals: Reading, scope: Scope, asked: Asked): Promise<MoneyStatements> {
	const name = nameOf(scope, asked);
	return (
		ahead.statements.get(name) ??
		remembered(name, async () => {
			const { revenueThrough } = await whatThereIs(locals.db, asked.version);
			const db = await cellsAtHand(locals, scope, asked.version);
			return moneyStatements(db, scope, asked.series, { revenueThrough, knownThrough: asked.yesterday });
		})
	);
}

async function whatAPointIsWorth(
	locals: Reading,
	scope: Scope,
	{ all, experiment, ...asked }: Asked & { all: Series[]; experiment: Experiment }
) {
	const { db, organisation } = locals;
	const { series } = asked;
	const { revenueThrough } = await whatThereIs(db, asked.version);
	const [priced, statements] = await Promise.all([
		priceSoon(db, scope, series, revenueThrough),
		statementsOf(locals, scope, asked)
	]);
	const { paying } = statements.retention;
	const now = { ...priced, experiment };
	return {
		series,
		allSeries: all,
		now,
		about: priceExplained(now, series, { payingCustomers: paying, currency: organisation.reportingCurrency }),
		statements,
		payingCustomers: paying,
		routes: pricedRoutes(now.price, series.metric, paying)
	};
}
