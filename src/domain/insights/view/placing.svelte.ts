import type { ChartPlaces, Pinned } from '#ui/charts/places.ts';

/** The mark that somebody is about to put on a chart of the page: one at a time. */
export class Placing {
	/** Whose form is open; null: nobody places anything. */
	chart = $state<string | null>(null);
	from = $state('');
	to = $state('');

	begin({ chart, places }: ChartPlaces): void {
		if (this.chart === chart) return;
		this.chart = chart;
		this.from = defaultPlace(places);
		this.to = '';
	}

	end(chart: string): void {
		if (this.chart === chart) this.chart = null;
	}

	/** What the chart shows while the form is open. */
	tentative({ chart, places }: ChartPlaces): Pinned[] {
		if (this.chart !== chart) return [];
		const at = [this.from, this.to || this.from].map((key) => places.findIndex((place) => place.key === key));
		if (at.includes(-1)) return [];
		const [first, last] = at.toSorted((a, b) => a - b);
		return [{ number: 0, from: places[first], to: places[last], tentative: true }];
	}
}

/** The latest month that says something, or the first place. */
export const defaultPlace = (places: ChartPlaces['places']): string =>
	(places.findLast(({ key, says }) => key.startsWith('month:') && says !== null) ?? places[0])?.key ?? '';
