import type { Mark } from '../insights/mark.ts';
import { isResolved } from '../insights/mark.ts';

/** The charts of a week's review, as marks know them. */
export const reviewCharts = ['follow-the-money', 'who-stays', 'by-month'];

/** What of the marks belongs to a week: those on its charts, and those that were put on it and are settled. */
export const marksOfWeek = (marks: readonly Mark[], week: string): Mark[] =>
	marks.filter((mark) => !isResolved(mark) || mark.week === week);

/** Marks that were put on a chart, reworded or answered after a moment. */
export const marksTouchedSince = (marks: readonly Mark[], moment: Date): Mark[] =>
	marks.filter(({ text, said }) => [text, ...said].some(({ at }) => at > moment));

/** The page that shows a mark on its chart, as it was seen. */
export function markPath({ id, chart, week, population }: Pick<Mark, 'id' | 'chart' | 'week' | 'population'>): string {
	const page = reviewCharts.includes(chart) ? `/review/${week}?${population}` : `/money?week=${week}&${population}`;
	return `${page}#mark-${id}`;
}
