import type { ChartPlaces } from '#ui/charts/places.ts';
import { followTheMoneyPlaces, whoStaysPlaces } from '../../money/view/places.ts';
import type { WeeklyReview } from '../server.ts';
import { byMonthPlaces } from './by-month-places.ts';

/** Where something can be pinned to the charts of a week's review. */
export const reviewPlaces = (
	{ after, months, series }: Pick<WeeklyReview, 'after' | 'months' | 'series'>,
	currency: string
): ChartPlaces[] => [
	followTheMoneyPlaces(after.money, currency),
	whoStaysPlaces(after.stay),
	byMonthPlaces(months, series, currency)
];
