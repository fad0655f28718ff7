import { customerIn } from '#domain/insights/mark.ts';
import type { Mark } from '#domain/insights/mark.ts';
import { reviewCharts } from '#domain/reviews/review-charts.ts';

/** The page that shows a mark on its chart, as it was seen. */
export const markPath = ({
	id,
	chart,
	week,
	population
}: Pick<Mark, 'id' | 'chart' | 'week' | 'population'>): string => {
	const customer = customerIn(population);
	if (customer !== null) return `/customers/${customer}#mark-${id}`;
	const page = reviewCharts.includes(chart) ? `/review/${week}?${population}` : `/money?week=${week}&${population}`;
	return `${page}#mark-${id}`;
};
