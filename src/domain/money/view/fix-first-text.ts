import { number } from '#ui/format/number.ts';
import { seriesFrom } from '../../surveys/series.ts';
import type { FixFirst, Touchpoint } from '../fix-first/touchpoint.ts';

/** 'Onboarding', and with its metric where several surveys ask about it; a theme by its name. */
export function touchpointName(
	series: string,
	{ touchpoints, names }: Pick<FixFirst, 'touchpoints' | 'names'>
): string {
	if (names) return names[series] ?? 'A theme that is gone';
	const { about, metric } = seriesFrom(series);
	const name = about[0].toUpperCase() + about.slice(1);
	const alike = touchpoints.filter((other) => seriesFrom(other.series).about === about).length;
	return alike > 1 ? `${name} (${metric.toUpperCase()})` : name;
}

/** What the ranking comes to, in a sentence that claims no more than the draws bear out. */
export function fixFirstSentence(found: FixFirst): string {
	const { verdict, touchpoints, tied } = found;
	const what = found.names ? 'theme' : 'touchpoint';
	const names = tied.map((series) => touchpointName(series, found));
	const placed = touchpoints.filter(({ places }) => places !== null);
	const [top] = touchpoints;
	if (verdict === 'tie') return `${listed(names)} cannot be told apart: a tie.`;
	if (verdict === 'too little data')
		return placed.length === 0
			? `Too little data to rank the ${what}s.`
			: `Not detectable in this data: ${found.names ? 'about no theme' : 'at no touchpoint'} are customers with a low answer lost oftener than chance would have it.`;
	const name = touchpointName(top.series, found);
	if (placed.length === 1) return `${name} is the only ${what} that can be priced.`;
	return `${name} first: a clear winner, in ${number(Math.floor(top.first * 100))} of 100 draws of customers.`;
}

const listed = (names: readonly string[]): string =>
	names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;

/** '1', '1–3' */
export const placesText = ({ places }: Touchpoint): string =>
	places === null ? '' : places.best === places.worst ? `${places.best}` : `${places.best}–${places.worst}`;
