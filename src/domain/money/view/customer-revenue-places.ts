import type { ChartPlaces, Place } from '#ui/charts/places.ts';
import { money } from '#ui/format/money.ts';
import { month as monthText } from '#ui/format/time.ts';
import { netOfMonth } from '../story/months.ts';
import type { StoryMonth } from '../story/months.ts';
import { markText } from './customer-revenue-option.ts';

/** A customer's own chart, as marks know it: it is the same chart for each, of other customers. */
export const customerChart = 'customer-revenue';

/** Where something can be pinned to a customer's months, and what they say there. */
export const customerRevenuePlaces = (months: readonly StoryMonth[], currency: string): ChartPlaces => ({
	chart: customerChart,
	name: 'What they paid and said, by month',
	places: months.map(({ month, revenue, scores }, x): Place => {
		const paid = revenue ? [`revenue ${money(netOfMonth(revenue), currency)}`] : [];
		return {
			key: `month:${month.slice(0, 7)}`,
			name: monthText(month),
			at: { x, y: null },
			says: [...paid, ...scores.map(markText)].join(', ') || null
		};
	})
});
