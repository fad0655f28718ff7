import type { ChartPlaces, Place } from '#ui/charts/places.ts';
import { money } from '#ui/format/money.ts';
import { count, number, percent } from '#ui/format/number.ts';
import { month as monthText } from '#ui/format/time.ts';
import type { LoyaltyMonths } from '../../metrics/server.ts';
import { metricName } from '../../surveys/series.ts';
import type { Series } from '../../surveys/series.ts';
import type { MonthlyRevenue } from '../server.ts';

type Months = { loyalty: LoyaltyMonths; revenue: MonthlyRevenue[] };

/** Where something can be pinned to the chart by month, and what it says there. The id is kept with what is pinned. */
export function byMonthPlaces(
	{ loyalty, revenue }: Months,
	{ metric }: Pick<Series, 'metric'>,
	currency: string
): ChartPlaces {
	const score = (value: number) => (metric === 'nps' ? number(value) : percent(value));
	const paid = new Map(revenue.map(({ month, minor }) => [month, `revenue ${money(minor, currency)}`]));
	return {
		chart: 'by-month',
		name: `${metricName[metric]} and revenue, by month`,
		places: loyalty.now.map(({ month, value, low, high, answers }, x): Place => {
			const felt =
				value === null || low === null || high === null
					? null
					: `${metricName[metric]} ${score(value)} (${score(low)} to ${score(high)}), ${count(answers, 'answer')}`;
			const says = [felt, paid.get(month)].filter(Boolean).join(', ');
			return {
				key: `month:${month.slice(0, 7)}`,
				name: monthText(month),
				at: { x, y: null },
				says: says || null
			};
		})
	};
}
