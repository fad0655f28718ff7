import { number } from '#ui/format/number.ts';
import { seriesFrom } from '../../surveys/series.ts';
import type { FixFirst, Touchpoint } from '../fix-first/touchpoint.ts';

/** 'Onboarding', and with its metric where several surveys ask about it. */
export function touchpointName(series: string, all: readonly Touchpoint[]): string {
	const { about, metric } = seriesFrom(series);
	const name = about[0].toUpperCase() + about.slice(1);
	const alike = all.filter((other) => seriesFrom(other.series).about === about).length;
	return alike > 1 ? `${name} (${metric.toUpperCase()})` : name;
}

/** What the ranking comes to, in a sentence that claims no more than the draws bear out. */
export function fixFirstSentence({ verdict, touchpoints, tied }: FixFirst): string {
	const names = tied.map((series) => touchpointName(series, touchpoints));
	const placed = touchpoints.filter(({ places }) => places !== null);
	const [top] = touchpoints;
	if (verdict === 'tie') return `${listed(names)} cannot be told apart: a tie.`;
	if (verdict === 'too little data')
		return placed.length === 0
			? 'Too little data to rank the touchpoints.'
			: 'Not detectable in this data: at no touchpoint are customers with a low answer lost oftener than chance would have it.';
	const name = touchpointName(top.series, touchpoints);
	if (placed.length === 1) return `${name} is the only touchpoint that can be priced.`;
	return `${name} first: a clear winner, in ${number(Math.floor(top.first * 100))} of 100 draws of customers.`;
}

const listed = (names: readonly string[]): string =>
	names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;

/** '1', '1–3' */
export const placesText = ({ places }: Touchpoint): string =>
	places === null ? '' : places.best === places.worst ? `${places.best}` : `${places.best}–${places.worst}`;
