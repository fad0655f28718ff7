import { feelings, scoresOf } from '../metrics/groups.ts';
import type { Feeling } from '../metrics/groups.ts';
import { addDays, addMonths, isDay } from '../scope/calendar.ts';
import { growthRows, isGrowthRow } from '../money/growth-statement.ts';
import type { GrowthRow } from '../money/growth-statement.ts';
import { deeds } from '../money/said-versus-did.ts';
import type { Deed } from '../money/said-versus-did.ts';
import type { Scope } from '../scope/scope.ts';
import { firstDay, lastDay } from '../scope/scope.ts';
import type { Series } from '../surveys/series.ts';
import { scaleOf } from '../surveys/survey.ts';
import { isBehind } from '../voice/behind.ts';
import type { Behind } from '../voice/behind.ts';
import type { FeedScope } from '../voice/feed.ts';
import { behindScope, timeBehind } from './behind-scope.ts';
import type { SpokenOf } from './behind-scope.ts';

/** What a reader picked: a bar, a curve, a month or a touchpoint. It narrows the feed, never the figures. */
export type Picked = {
	score: number | null;
	group: Feeling | null;
	/** Of the group, those who did so within twelve months of their answer. */
	did: Deed | null;
	month: string | null;
	/** A line of the growth statement. */
	moved: GrowthRow | null;
	/** A series such as 'csat:onboarding'. */
	touchpoint: string | null;
	/** The customers of a bet, by its number; absent: of no bet in particular. */
	bet?: number;
	/** A figure or a line: whoever it is counted from; with a month, as at its end; with a touchpoint, those there. */
	behind: Behind | null;
};

export const nothingPicked: Picked = {
	score: null,
	group: null,
	did: null,
	month: null,
	moved: null,
	touchpoint: null,
	behind: null
};

const betFrom = (text: string | null): Pick<Picked, 'bet'> =>
	/^[1-9]\d{0,8}$/.test(text ?? '') ? { bet: Number(text) } : {};

/** Reads what was picked from an address; what makes no sense was not picked. */
export function pickedFromUrl(parameters: URLSearchParams): Picked {
	const score = parameters.get('score');
	const asked = parameters.get('group') as Feeling;
	const group = feelings.includes(asked) ? asked : null;
	const did = parameters.get('did') as Deed;
	const month = parameters.get('month');
	const moved = parameters.get('moved');
	const touchpoint = parameters.get('touchpoint');
	const behind = parameters.get('behind');
	return {
		...betFrom(parameters.get('bet')),
		score: score !== null && /^\d{1,2}$/.test(score) ? Number(score) : null,
		group,
		did: group !== null && deeds.includes(did) ? did : null,
		month: month !== null && isDay(`${month}-01`) ? `${month}-01` : null,
		moved: isGrowthRow(moved) ? moved : null,
		touchpoint: touchpoint !== null && isPlace(touchpoint, behind) ? touchpoint : null,
		behind: isBehind(behind) ? behind : null
	};
}

/** A touchpoint's series; or, of whose low answers revenue is exposed, a theme. */
const isPlace = (text: string, behind: string | null): boolean =>
	/^(nps|csat|ces|ces-reversed):./.test(text) || (behind === 'low-there' && /^theme:\d{1,9}$/.test(text));

export const pickedToQuery = (picked: Picked): string => {
	if (picked.bet) return `bet=${picked.bet}`;
	const one = oneToQuery(picked);
	return picked.behind === null ? one : [`behind=${picked.behind}`, one].filter(Boolean).join('&');
};

const oneToQuery = ({ score, group, did, month, moved, touchpoint }: Picked): string => {
	if (score !== null) return `score=${score}`;
	if (group !== null) return did ? `group=${group}&did=${did}` : `group=${group}`;
	if (month !== null) return `month=${month.slice(0, 7)}`;
	if (moved !== null) return `moved=${moved}`;
	return touchpoint !== null ? String(new URLSearchParams({ touchpoint })) : '';
};

export const isPicked = (picked: Picked): boolean => Object.values(picked).some((value) => value !== null);

/** Whether the words shown are of the week, all or some of them; and not of another time that what was picked is about. */
export const isOfTheWeek = ({ month, did, moved, behind, bet }: Picked): boolean =>
	!month && !did && !moved && !behind && !bet;

/**
 * Which words to show: of the week, or of the month that was picked; all series, those of a touchpoint, or those scores
 * of the one drawn. Of those who did something, the answers by which they are counted, whenever they gave them; of a line
 * of the growth statement, all that its customers wrote in both of its years; of a figure, what stands behind it;
 * of a bet's customers, the thirteen weeks up to the one shown.
 * `spoken`: null without any revenue.
 */
export function feedScope(scope: Scope, picked: Picked, series: Series | null, spoken: SpokenOf | null): FeedScope {
	const { segment, region, plan } = scope;
	const scores = series && scoresPicked(picked, series);
	const behind = behindScope(scope, picked, series, spoken);
	if (behind) return { ...timeBehind(behind), segment, region, plan, series: scores && series!.id, scores, behind };

	const deeds = spoken ? whoDid(picked, series, spoken) : {};
	return {
		...timeOf(
			scope,
			{ did: 'did' in deeds, moved: picked.moved !== null, month: picked.month, bet: picked.bet },
			spoken?.month ?? null
		),
		segment,
		region,
		plan,
		series: scores ? series!.id : picked.touchpoint,
		scores,
		...(picked.bet ? { bet: picked.bet } : {}),
		...deeds
	};
}

const whoDid = (
	{ did, moved }: Picked,
	series: Series | null,
	{ month: asOf }: SpokenOf
): Pick<FeedScope, 'did' | 'moved'> => ({
	...(series && did && { did: { deed: did, asOf } }),
	...(moved && { moved: { ...growthRows[moved], asOf } })
});

function scoresPicked({ score, group }: Picked, series: Series): FeedScope['scores'] {
	if (score !== null) return { lowest: score, highest: score };
	return group === null ? null : scoresIn(series, group);
}

type Told = { did: boolean; moved: boolean; month: string | null; bet?: number };

function timeOf(scope: Scope, { did, moved, month, bet }: Told, asOf: string | null): { from: string; to: string } {
	if (bet) return { from: addDays(firstDay(scope), -7 * 12), to: lastDay(scope) };
	if (did && asOf) return { from: addMonths(asOf, -35), to: addDays(addMonths(asOf, -11), -1) };
	if (moved && asOf) return { from: addMonths(asOf, -23), to: addDays(addMonths(asOf, 1), -1) };
	if (month) return { from: month, to: addDays(addMonths(month, 1), -1) };
	return { from: firstDay(scope), to: lastDay(scope) };
}

/** On a reversed scale of 1 to 5 the low scores are the good ones. */
function scoresIn(series: Series, group: Feeling) {
	if (series.highIsGood) return scoresOf(series.metric, group, scaleOf[series.metric]);
	return { high: { lowest: 1, highest: 2 }, middle: { lowest: 3, highest: 3 }, low: { lowest: 4, highest: 7 } }[group];
}
