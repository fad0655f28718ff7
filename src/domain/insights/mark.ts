import type { ChartPlaces, Pinned, Place } from '#ui/charts/places.ts';
import { customersText, scopeFromUrl, scopeToQuery } from '../scope/scope.ts';
import type { Scope } from '../scope/scope.ts';
import { weekNumber } from '../scope/week.ts';
import { seriesFrom, seriesName } from '../surveys/series.ts';
import type { Series } from '../surveys/series.ts';

/** One wording of a mark. A changed wording is a new version beside the earlier ones. */
export type MarkText = { version: number; text: string; by: string; at: Date };

export const saidKinds = ['said', 'resolved', 'reopened'] as const;
/** What somebody said to a mark, or that it was settled, or taken up again. */
export type Said = { kind: (typeof saidKinds)[number]; text: string; by: string; at: Date };

/** A note that sits on a chart: on a point, a range or a group of certain customers, and so on data, never on pixels. */
export type Mark = {
	id: number;
	chart: string;
	/** Keys of places; the same for a single point. */
	from: string;
	to: string;
	/** In words, as it was called then: 'Oct 2026 to Dec 2026'. */
	pointsAt: string;
	/** Which customers and survey, as an address has it: 'segment=Team&survey=nps%3Arelationship'. */
	population: string;
	/** The week whose page it was put on. */
	week: string;
	/** What the chart said there then; null: nothing. */
	saw: string | null;
	/** The program that sent it; null: a person on the page. */
	through: string | null;
	text: MarkText;
	/** Earlier wordings, the latest first. */
	earlier: MarkText[];
	/** In the order in which it was said. */
	said: Said[];
};

/** A mark is read in passing, from the back of a room. */
export const longestMark = 280;
export const longestReply = 1_000;

export const isResolved = ({ said }: Pick<Mark, 'said'>): boolean =>
	said.findLast(({ kind }) => kind !== 'said')?.kind === 'resolved';

/** The filters of a page as marks keep them: always with the survey, so that another main one changes nothing. */
export const populationOf = (scope: Scope, series: Pick<Series, 'id'>): string =>
	scopeToQuery({ ...scope, survey: series.id }).slice(1);

/** One customer alone, for marks on their own chart: whatever survey, since all of their scores are in it. */
export const populationOfCustomer = (customer: number): string => `customer=${customer}`;

/** The customer whose own chart it is; null: it is about many. */
export const customerIn = (population: string): number | null =>
	Number(/^customer=(\d+)$/.exec(population)?.[1] ?? 0) || null;

/** 'customers with segment Team; NPS, relationship' */
export function populationText(population: string): string {
	if (customerIn(population) !== null) return 'another customer';
	const scope = scopeFromUrl('', new URLSearchParams(population));
	const survey = scope.survey === null ? [] : [seriesName(seriesFrom(scope.survey))];
	return [customersText(scope), ...survey].join('; ');
}

/** A mark where it is drawn. `now`: what the chart says there today, where that is another thing than then. */
export type Drawn = { mark: Mark; from: Place; to: Place; now: string | null };

/** A mark that has no place in a chart, and why. */
export type Apart = { mark: Mark; because: string; isElsewhere: boolean };

export type SortedMarks = { drawn: Drawn[]; apart: Apart[]; resolved: Mark[] };

/** What a drawing of the chart needs of them: see `withPinned`. */
export const pinnedIn = ({ drawn }: Pick<SortedMarks, 'drawn'>): Pinned[] =>
	drawn.map(({ mark, from, to }) => ({ number: mark.id, from, to }));

/** Which marks a chart shows as it is filtered, and which it can only list. None is left out. */
export function sortedMarks(
	marks: readonly Mark[],
	{ chart, places }: ChartPlaces,
	seen: { population: string; week: string }
): SortedMarks {
	const sorted: SortedMarks = { drawn: [], apart: [], resolved: [] };
	for (const mark of marks) {
		if (mark.chart !== chart) continue;
		const found = placed(mark, places, seen);
		if (isResolved(mark)) sorted.resolved.push(mark);
		else if (typeof found === 'string')
			sorted.apart.push({ mark, because: found, isElsewhere: mark.population !== seen.population });
		else sorted.drawn.push(found);
	}
	return sorted;
}

function placed(mark: Mark, places: readonly Place[], seen: { population: string; week: string }): Drawn | string {
	if (mark.population !== seen.population) return `It is about ${populationText(mark.population)}.`;
	if (!isMonth(mark.from) && mark.week > seen.week)
		return `It was made in week ${weekNumber(mark.week)}, later than the week shown.`;
	const covered = isMonth(mark.from)
		? places.filter(({ key }) => isMonth(key) && key >= mark.from && key <= mark.to)
		: between(places, mark);
	if (covered.length === 0)
		return isMonth(mark.from)
			? 'It points outside of the months that the chart shows.'
			: 'The chart does not have this point any more.';
	const says = saysOf(covered);
	if (says === null && mark.saw !== null) return 'A later correction has taken the figure at this point away.';
	return { mark, from: covered[0], to: covered.at(-1)!, now: says === mark.saw ? null : says };
}

const isMonth = (key: string) => key.startsWith('month:');

function between(places: readonly Place[], { from, to }: Pick<Mark, 'from' | 'to'>): Place[] {
	const [first, last] = [from, to].map((key) => places.findIndex((place) => place.key === key));
	return first < 0 || last < 0 ? [] : places.slice(first, last + 1);
}

/** What a chart says at a point, or at both ends of a range. */
export function saysOf(covered: readonly Place[]): string | null {
	const ends = [...new Set([covered[0], covered.at(-1)!])].filter(({ says }) => says !== null);
	if (ends.length === 0) return null;
	return ends.length === 1 && covered.length === 1
		? ends[0].says
		: ends.map(({ name, says }) => `${name}: ${says}`).join('; ');
}
