import { month as monthText } from '#ui/format/time.ts';
import { groupName } from '../metrics/groups.ts';
import type { Feeling } from '../metrics/groups.ts';
import { feelingIn } from '../metrics/loyalty.ts';
import { monthOf } from '../scope/calendar.ts';
import { dayIn } from '../scope/zone.ts';
import { seriesFrom, seriesName } from '../surveys/series.ts';
import type { Series } from '../surveys/series.ts';
import type { Comment } from './feed.ts';

/** Where a comment sits in charts; null: in none that shows this. */
export type Sits = {
	score: number | null;
	feeling: Feeling | null;
	/** First of the month. */
	month: string | null;
	/** A series such as 'csat:onboarding'. */
	touchpoint: string | null;
};

type Said = Pick<Comment, 'metric' | 'highIsGood' | 'about' | 'score' | 'respondedAt'>;

const seriesOf = ({ metric, highIsGood, about }: Said): Series =>
	seriesFrom(`${metric}${highIsGood ? '' : '-reversed'}:${about}`);

/**
 * A comment is in the charts of the survey it answers, by its score, its group and its month, and in the row of its
 * touchpoint. Words without a score are in no chart.
 */
export function whereItSits(comment: Said, drawn: Series | null, zone: string): Sits {
	const own = seriesOf(comment);
	const { score } = comment;
	const isDrawn = score !== null && own.id === drawn?.id;
	return {
		score: isDrawn ? score : null,
		feeling: isDrawn ? feelingIn(own, score) : null,
		month: isDrawn ? monthOf(dayIn(comment.respondedAt, zone)) : null,
		touchpoint: score !== null && own.about !== 'relationship' ? own.id : null
	};
}

/** Which of these a page has. */
export type Charts = readonly (keyof Sits)[];

/** 'Marked in the charts: the bar “score 6”, the curve “Detractors”, Nov 2026.' */
export function sitsText(comment: Said, sits: Sits, drawn: Series | null, charts: Charts): string {
	const parts = {
		score: sits.score === null ? null : `the bar “score ${sits.score}”`,
		feeling: sits.feeling === null || drawn === null ? null : `the curve “${groupName(drawn.metric, sits.feeling)}”`,
		month: sits.month === null ? null : monthText(sits.month),
		touchpoint: sits.touchpoint === null ? null : `the touchpoint “${seriesFrom(sits.touchpoint).about}”`
	};
	const told = charts.flatMap((chart) => parts[chart] ?? []);
	if (told.length > 0) return `Marked in the charts: ${told.join(', ')}.`;
	if (comment.score === null) return 'In no chart: it has no score. It is counted among the comments.';
	return `In none of these charts: it answers ${seriesName(seriesOf(comment))}.`;
}
