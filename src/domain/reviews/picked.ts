import { feelings, groupName, scoresOf } from '../metrics/groups.ts';
import type { Feeling } from '../metrics/groups.ts';
import { addDays, addMonths, isDay } from '../scope/calendar.ts';
import { growthRows, isGrowthRow } from '../money/growth-statement.ts';
import type { GrowthRow } from '../money/growth-statement.ts';
import { deeds } from '../money/said-versus-did.ts';
import type { Deed } from '../money/said-versus-did.ts';
import type { Scope } from '../scope/scope.ts';
import { firstDay, lastDay } from '../scope/scope.ts';
import { metricName, seriesFrom } from '../surveys/series.ts';
import type { Series } from '../surveys/series.ts';
import { scaleOf } from '../surveys/survey.ts';
import type { FeedScope } from '../voice/feed.ts';

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
};

export const nothingPicked: Picked = {
	score: null,
	group: null,
	did: null,
	month: null,
	moved: null,
	touchpoint: null
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
	return {
		...betFrom(parameters.get('bet')),
		score: score !== null && /^\d{1,2}$/.test(score) ? Number(score) : null,
		group,
		did: group !== null && deeds.includes(did) ? did : null,
		month: month !== null && isDay(`${month}-01`) ? `${month}-01` : null,
		moved: isGrowthRow(moved) ? moved : null,
		touchpoint: touchpoint !== null && /^(nps|csat|ces|ces-reversed):./.test(touchpoint) ? touchpoint : null
	};
}

export const pickedToQuery = ({ score, group, did, month, moved, touchpoint, bet }: Picked): string => {
	if (bet) return `bet=${bet}`;
	if (score !== null) return `score=${score}`;
	if (group !== null) return did === null ? `group=${group}` : `group=${group}&did=${did}`;
	if (month !== null) return `month=${month.slice(0, 7)}`;
	if (moved !== null) return `moved=${moved}`;
	return touchpoint !== null ? String(new URLSearchParams({ touchpoint })) : '';
};

export const isPicked = (picked: Picked): boolean => Object.values(picked).some((value) => value !== null);

/** In words, as the feed says it: 'the bar “score 6”'. */
export function pickedText(
	{ score, group, did, month, moved, touchpoint, bet }: Picked,
	series: Series,
	monthText: (month: string) => string
): string {
	if (bet) return `the customers of bet ${bet}`;
	if (score !== null) return `the bar “score ${score}”`;
	if (group !== null && did !== null)
		return `${groupName(series.metric, group).toLowerCase()} who ${did} within 12 months of their answer`;
	if (group !== null) return `the curve “${groupName(series.metric, group)}”`;
	if (month !== null) return `the month ${monthText(month)}`;
	if (moved !== null) return `the line “${moved.replaceAll('-', ' ')}” of the growth statement`;
	const { metric, about } = seriesFrom(touchpoint!);
	return `the touchpoint “${about}” (${metricName[metric]})`;
}

/**
 * Which words to show: of the week, or of the month that was picked; all series, those of a touchpoint, or those scores
 * of the one drawn. Of those who did something, the answers by which they are counted, whenever they gave them; of a line
 * of the growth statement, all that its customers wrote in both of its years; of a bet's customers, the thirteen weeks up to the one shown. `asOf`:
 * the last complete month of the books; null without any revenue.
 */
export function feedScope(
	scope: Scope,
	{ score, group, did, month, moved, touchpoint, bet }: Picked,
	series: Series | null,
	asOf: string | null
): FeedScope {
	const { segment, region, plan } = scope;
	const deed = did && asOf && series ? { deed: did, asOf } : null;
	const time = timeOf(scope, { did: deed !== null, moved: moved !== null, month, bet }, asOf);
	const scores =
		series === null
			? null
			: score !== null
				? { lowest: score, highest: score }
				: group !== null
					? scoresIn(series, group)
					: null;
	return {
		...time,
		segment,
		region,
		plan,
		series: scores ? series!.id : touchpoint,
		scores,
		...(bet ? { bet } : {}),
		...(deed ? { did: deed } : {}),
		...(moved && asOf ? { moved: { ...growthRows[moved], asOf } } : {})
	};
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
