/** Where something can be pinned to a chart: a point of its axis, or one of its curves. Data, never pixels. */
export type Place = {
	/** What it stands for, the same in every drawing: 'month:2026-10', 'score:6', 'group:low'. */
	key: string;
	/** 'Oct 2026' */
	name: string;
	/** In the units of the axes, on a category axis its index; without a height it is a place on the axis alone. */
	at: { x: number; y: number | null };
	/** What the chart shows there, in words; null: nothing. */
	says: string | null;
};

/** A chart with the places in it, in the order of its axis. */
export type ChartPlaces = {
	/** Stays the same for ever, since what is pinned is kept by it. */
	chart: string;
	/** 'NPS and revenue, by month' */
	name: string;
	places: readonly Place[];
};

/** Something pinned to a place, or from one place to another. */
export type Pinned = {
	number: number;
	from: Place;
	to: Place;
	/** Somebody is about to pin it. */
	tentative?: boolean;
};

/** A place and where it is on the screen. */
export type PlaceOnScreen = { place: Place; x: number; y: number | null };

/** A curve's end is taken for meant within so many pixels; beyond them, the nearest place of the axis is. */
const near = 28;

/** The place that somebody means who points there; null: there is none in the chart. */
export function placeMeant(places: readonly PlaceOnScreen[], x: number, y: number): Place | null {
	const away = (one: PlaceOnScreen) => Math.hypot(one.x - x, one.y === null ? 0 : one.y - y);
	const nearest = (some: readonly PlaceOnScreen[]) =>
		some.reduce<PlaceOnScreen | null>((best, one) => (best === null || away(one) < away(best) ? one : best), null);
	const curve = nearest(places.filter((one) => one.y !== null));
	if (curve && away(curve) <= near) return curve.place;
	return (nearest(places.filter((one) => one.y === null)) ?? curve)?.place ?? null;
}
