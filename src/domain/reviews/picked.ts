import { feelings, groupName, scoresOf } from '../metrics/groups.ts';
import type { Feeling } from '../metrics/groups.ts';
import { addDays, addMonths, isDay } from '../scope/calendar.ts';
import type { Scope } from '../scope/scope.ts';
import { firstDay, lastDay } from '../scope/scope.ts';
import type { Series } from '../surveys/series.ts';
import { scaleOf } from '../surveys/survey.ts';
import type { FeedScope } from '../voice/feed.ts';

/** What a reader picked in a chart: a bar, a curve or a month. It narrows the feed, never the figures. */
export type Picked = { score: number | null; group: Feeling | null; month: string | null };

export const nothingPicked: Picked = { score: null, group: null, month: null };

/** Reads what was picked from an address; what makes no sense was not picked. */
export function pickedFromUrl(parameters: URLSearchParams): Picked {
	const score = parameters.get('score');
	const group = parameters.get('group') as Feeling;
	const month = parameters.get('month');
	return {
		score: score !== null && /^\d{1,2}$/.test(score) ? Number(score) : null,
		group: feelings.includes(group) ? group : null,
		month: month !== null && isDay(`${month}-01`) ? `${month}-01` : null
	};
}

export const pickedToQuery = ({ score, group, month }: Picked): string =>
	score !== null
		? `score=${score}`
		: group !== null
			? `group=${group}`
			: month !== null
				? `month=${month.slice(0, 7)}`
				: '';

export const isPicked = ({ score, group, month }: Picked): boolean =>
	score !== null || group !== null || month !== null;

/** In words, as the feed says it: 'the bar “score 6”'. */
export function pickedText(
	{ score, group, month }: Picked,
	series: Series,
	monthText: (month: string) => string
): string {
	if (score !== null) return `the bar “score ${score}”`;
	if (group !== null) return `the curve “${groupName(series.metric, group)}”`;
	return `the month ${monthText(month!)}`;
}

/** Which words to show: of the week, or of the month that was picked; all series, or those scores of the one drawn. */
export function feedScope(scope: Scope, { score, group, month }: Picked, series: Series | null): FeedScope {
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
	return { ...time, segment, region, plan, series: scores ? series!.id : null, scores };
}

/** On a reversed scale of 1 to 5 the low scores are the good ones. */
function scoresIn(series: Series, group: Feeling) {
	if (series.highIsGood) return scoresOf(series.metric, group, scaleOf[series.metric]);
	return { high: { lowest: 1, highest: 2 }, middle: { lowest: 3, highest: 3 }, low: { lowest: 4, highest: 7 } }[group];
}
