import { getContext, setContext } from 'svelte';
import type { Snippet } from 'svelte';
import type { ChartPlaces, Pinned, Place } from './places.ts';

/** What a page pins to its charts. Charts know nothing of it but this. */
export type Pinning = {
	pinnedTo: (chart: ChartPlaces) => Pinned[];
	/** Whether somebody is about to pin something, so that pointing into the chart means a place. */
	isPlacing: (chart: ChartPlaces) => boolean;
	place: (chart: ChartPlaces, from: Place, to: Place) => void;
	/** Somebody has picked a flag. */
	follow: (number: number) => void;
	/** What stands below a chart. */
	below: Snippet<[ChartPlaces]>;
	/** The same in the chart's table. */
	table: Snippet<[ChartPlaces]>;
};

const key = Symbol('what is pinned to charts');

export const setPinningOnPage = (pinning: Pinning): void => void setContext(key, pinning);

/** Absent on a page that pins nothing. */
export const pinningOnPage = (): Pinning | undefined => getContext(key);
