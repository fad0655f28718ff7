import { feelings, groupName, scoresOf } from '../metrics/groups.ts';
import type { Feeling } from '../metrics/groups.ts';
import { addDays, addMonths, isDay } from '../scope/calendar.ts';
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
	month: string | null;
	/** A series such as 'csat:onboarding'. */
	touchpoint: string | null;
};

export const nothingPicked: Picked = { score: null, group: null, month: null, touchpoint: null };

/** Reads what was picked from an address; what makes no sense was not picked. */
export function pickedFromUrl(parameters: URLSearchParams): Picked {
	const score = parameters.get('score');
	const group = parameters.get('group') as Feeling;
	const month = parameters.get('month');
	const touchpoint = parameters.get('touchpoint');
	return {
		score: score !== null && /^\d{1,2}$/.test(score) ? Number(score) : null,
		group: feelings.includes(group) ? group : null,
		month: month !== null && isDay(`${month}-01`) ? `${month}-01` : null,
		touchpoint: touchpoint !== null && /^(nps|csat|ces|ces-reversed):./.test(touchpoint) ? touchpoint : null
	};
}

export const pickedToQuery = ({ score, group, month, touchpoint }: Picked): string => {
	if (score !== null) return `score=${score}`;
	if (group !== null) return `group=${group}`;
	if (month !== null) return `month=${month.slice(0, 7)}`;
	return touchpoint !== null ? String(new URLSearchParams({ touchpoint })) : '';
};

export const isPicked = (picked: Picked): boolean => Object.values(picked).some((value) => value !== null);

/** In words, as the feed says it: 'the bar “score 6”'. */
export function pickedText(
	{ score, group, month, touchpoint }: Picked,
	series: Series,
	monthText: (month: string) => string
): string {
	if (score !== null) return `the bar “score ${score}”`;
	if (group !== null) return `the curve “${groupName(series.metric, group)}”`;
	if (month !== null) return `the month ${monthText(month)}`;
	const { metric, about } = seriesFrom(touchpoint!);
	return `the touchpoint “${about}” (${metricName[metric]})`;
}

/**
 * Which words to show: of the week, or of the month that was picked; all series, those of a touchpoint, or those scores
 * of the one drawn.
 */
export function feedScope(scope: Scope, { score, group, month, touchpoint }: Picked, series: Series | null): FeedScope {
	const { segment, region, plan } = scope;
	const time = month
		? { from: month, to: addDays(addMonths(month, 1), -1) }
		: { from: firstDay(scope), to: lastDay(scope) };
	const scores =
		series === null
			? null
			: score !== null
				? { lowest: score, highest: score }
				: group !== null
					? scoresIn(series, group)
					: null;
	return { ...time, segment, region, plan, series: scores ? series!.id : touchpoint, scores };
}

/** On a reversed scale of 1 to 5 the low scores are the good ones. */
function scoresIn(series: Series, group: Feeling) {
	if (series.highIsGood) return scoresOf(series.metric, group, scaleOf[series.metric]);
	return { high: { lowest: 1, highest: 2 }, middle: { lowest: 3, highest: 3 }, low: { lowest: 4, highest: 7 } }[group];
}
