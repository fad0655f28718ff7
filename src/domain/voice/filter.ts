import { feelings } from '../metrics/groups.ts';
import type { Feeling } from '../metrics/groups.ts';
import { isDay } from '../scope/calendar.ts';
import type { SliceChoices } from '../scope/slice-choices.ts';
import { longestSearch } from './search/asked.ts';
import { isValueBand } from './value-band.ts';
import type { ValueBand } from './value-band.ts';

/** Which comments somebody wants to read. Null, empty or false: all of them. */
export type VoiceFilter = {
	/** Words, as they were typed. */
	search: string;
	/** A whole number on the scale of the survey. */
	score: number | null;
	/** 'none': those who wrote without scoring. */
	group: Feeling | 'none' | null;
	segment: string | null;
	region: string | null;
	plan: string | null;
	value: ValueBand | null;
	/** A series such as 'csat:onboarding'. */
	survey: string | null;
	/** The number of a theme whose rules find them. */
	theme: number | null;
	/** Whether anybody owes, or has done, something because of them. */
	followUp: 'open' | 'any' | null;
	/** Days in the organisation's zone, both included. */
	from: string | null;
	to: string | null;
	/** Only what the reader has not read. */
	unread: boolean;
};

/** What there is to filter by. */
export type VoiceChoices = SliceChoices & Record<'group' | 'survey' | 'theme', { value: string; name: string }[]>;

export const everything: VoiceFilter = {
	...{ search: '', score: null, group: null, segment: null, region: null, plan: null },
	...{ value: null, survey: null, theme: null, followUp: null, from: null, to: null, unread: false }
};

/** Reads the filter from an address; what makes no sense was not asked for. */
export function filterFromUrl(parameters: URLSearchParams): VoiceFilter {
	const text = (name: string) => parameters.get(name) || null;
	const oneOf = <Value>(name: string, isOne: (value: string) => boolean) => {
		const value = text(name);
		return value !== null && isOne(value) ? (value as Value) : null;
	};
	const theme = oneOf<string>('theme', (value) => /^\d{1,9}$/.test(value));
	const score = oneOf<string>('score', (value) => /^\d{1,2}$/.test(value));
	return {
		search: (parameters.get('q') ?? '').trim().slice(0, longestSearch),
		score: score === null ? null : Number(score),
		group: oneOf('group', (value) => value === 'none' || feelings.includes(value as Feeling)),
		segment: text('segment'),
		region: text('region'),
		plan: text('plan'),
		value: oneOf('value', isValueBand),
		survey: oneOf('survey', (value) => /^(nps|csat|ces|ces-reversed):./.test(value)),
		theme: theme === null ? null : Number(theme),
		followUp: oneOf('followUp', (value) => value === 'open' || value === 'any'),
		from: oneOf('from', isDay),
		to: oneOf('to', isDay),
		unread: parameters.has('unread')
	};
}

const names = [
	'score',
	'group',
	'segment',
	'region',
	'plan',
	'value',
	'survey',
	'theme',
	'followUp',
	'from',
	'to'
] as const;

/** The address of a filter, so that a link is a view; empty for everything. */
export function filterToQuery(filter: VoiceFilter): string {
	const query = new URLSearchParams();
	if (filter.search) query.set('q', filter.search);
	for (const name of names) if (filter[name] !== null) query.set(name, String(filter[name]));
	if (filter.unread) query.set('unread', '1');
	return query.toString();
}

/** Whether anything is left out because of the filter. */
export const isFiltered = (filter: VoiceFilter): boolean => filterToQuery(filter) !== '';
