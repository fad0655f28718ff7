import type { RequestEvent } from '@sveltejs/kit';
import { can } from '#domain/auth/roles.ts';
import { betNames, betsOfInsight } from '#domain/bets/server.ts';
import type { Insight } from '#domain/insights/insight.ts';
import { populationOf } from '#domain/insights/mark.ts';
import {
	endedInsights,
	evidenceOf,
	figuresPinnedTo,
	insightOf,
	openInsights,
	saidToInsight,
	versionsOfInsight,
	whoCanBeMentioned
} from '#domain/insights/server.ts';
import { Refusal } from '#domain/refusal.ts';
import { nothingPicked } from '#domain/reviews/picked.ts';
import { decisionNames, seriesInScope } from '#domain/reviews/server.ts';
import { scopeFromUrl } from '#domain/scope/scope.ts';
import type { Scope } from '#domain/scope/scope.ts';
import { isWeek } from '#domain/scope/week.ts';
import { everything } from '#domain/voice/filter.ts';
import { longestSearch } from '#domain/voice/search/asked.ts';
import { voice } from '#domain/voice/server.ts';
import { answering } from '../answering.ts';
import { loadBeside } from '../beside.server.ts';
import { latestWeek } from '../review.server.ts';
import { figuresAt, figuresBeside } from './figures.server.ts';

type Event = Pick<RequestEvent, 'locals' | 'url' | 'request'>;

/** Enough to choose the one from that was decided lately. */
const decisionsOffered = 100;
const endedShown = 30;

export const isDemo = ({ organisation }: App.Locals) => organisation.demoSince !== null;

/** The week and the filters through which a new insight is seen. */
async function insightScope(event: Pick<RequestEvent, 'locals' | 'url'>): Promise<Scope> {
	const week = event.url.searchParams.get('week') ?? '';
	return scopeFromUrl(isWeek(week) ? week : await latestWeek(event), event.url.searchParams);
}

export async function seenBy(event: Pick<RequestEvent, 'locals' | 'url'>) {
	const scope = await insightScope(event);
	const found = await seriesInScope(event.locals.db, scope);
	return { week: scope.week, population: found ? populationOf(scope, found.series) : '', ofDemo: isDemo(event.locals) };
}

const numberFrom = (text: string | null) => (/^\d{1,9}$/.test(text ?? '') ? Number(text) : null);

/** Everything the list shows: what is open, what has ended, and the words of the week beside it. */
export async function loadInsights(event: Event) {
	const { locals, url } = event;
	const scope = await insightScope(event);
	const found = await seriesInScope(locals.db, scope);
	const before = numberFrom(url.searchParams.get('before'));
	const [beside, open, ended, owners] = await Promise.all([
		loadBeside(event, { scope, picked: nothingPicked, series: found?.series ?? null }),
		openInsights(locals.db, isDemo(locals)),
		endedInsights(locals.db, isDemo(locals), { before, limit: endedShown + 1 }),
		can(locals.person!, 'write') ? whoCanBeMentioned(locals.db) : []
	]);
	return {
		...beside,
		scope,
		series: found?.series ?? null,
		allSeries: found?.all ?? [],
		open,
		ended: ended.slice(0, endedShown),
		olderEnded: ended.length > endedShown ? ended[endedShown - 1].number : null,
		owners: owners.map(({ id, name }) => ({ id, name }))
	};
}

const decisionOf = ({ current: { end } }: Insight) => (end?.kind === 'decision' ? end.decision : null);

export const loadInsight = answering(async (event: Event & Pick<RequestEvent<{ number: string }>, 'params'>) => {
	const { locals, params, url } = event;
	const { db, organisation, person } = locals;
	const number = numberFrom(params.number);
	if (number === null) throw new Refusal('not-found', 'There is no such insight.');
	const insight = await insightOf(db, number);
	const scope: Scope = { week: insight.week, segment: null, region: null, plan: null, survey: null };
	const found = await seriesInScope(db, scope);
	const zone = organisation.timeZone;
	const search = (url.searchParams.get('q') ?? '').trim().slice(0, longestSearch);
	const reading = { zone, currency: organisation.reportingCurrency, reader: person! };
	const [beside, evidence, pinned, versions, said, owners, decisions, bets, madeOfIt, told, sought] = await Promise.all(
		[
			loadBeside(event, { scope, picked: nothingPicked, series: found?.series ?? null }),
			evidenceOf(db, insight, { zone, reader: person!.id }),
			figuresPinnedTo(db, number),
			versionsOfInsight(db, number),
			saidToInsight(db, number),
			whoCanBeMentioned(db),
			decisionNames(db, decisionsOffered, decisionOf(insight)),
			betNames(db, isDemo(locals)),
			betsOfInsight(db, number),
			figuresAt(locals, insight.week, insight.population),
			search === '' ? null : voice(db, { ...everything, search }, reading, null)
		]
	);
	const thisWeek = await latestWeek(event);
	return {
		...beside,
		insight,
		evidence,
		versions,
		said,
		decisions,
		bets,
		madeOfIt: madeOfIt.map((bet) => ({ number: bet.number, hypothesis: bet.plan.hypothesis })),
		figures: await figuresBeside(locals, pinned, thisWeek),
		thisWeek,
		offered: Object.values(told).map(({ id, name }) => ({ id, name })),
		owners: owners.map(({ id, name }) => ({ id, name })),
		search,
		sought: sought && { matching: sought.matching, comments: sought.comments.slice(0, 10) },
		mayChange: can(person!, 'write') || person!.id === insight.current.owner.id,
		mayDecide: can(person!, 'write'),
		mayDiscuss: can(person!, 'discuss')
	};
});
