import { mondayOfWeek, sundayOfWeek } from './week.ts';
import type { Week } from './week.ts';

/** What a page or a figure is about: one week, seen from its end, and which customers. Null: all of them. */
export type Scope = {
	week: Week;
	segment: string | null;
	region: string | null;
	plan: string | null;
	/** A survey series such as 'nps:relationship'; null: the organisation's main one. */
	survey: string | null;
	/** Each customer counts for itself; absent: those with the same ultimate parent count as one account. */
	apart?: true;
};

/** The slices a scope can be cut by, in the order in which they are offered. */
export const slices = ['segment', 'region', 'plan'] as const;
export type Slice = (typeof slices)[number];

/** In an address, customers of whom no file has said. */
export const notKnown = '-';

export const firstDay = (scope: Scope): string => mondayOfWeek(scope.week);
export const lastDay = (scope: Scope): string => sundayOfWeek(scope.week);

export const isWholeCompany = (scope: Scope): boolean => slices.every((slice) => scope[slice] === null);

/** Which customers, in words: 'all customers', 'customers with segment Team, region EMEA'. */
export function customersText(scope: Pick<Scope, Slice>): string {
	const chosen = slices
		.filter((slice) => scope[slice] !== null)
		.map((slice) => `${slice} ${scope[slice] === notKnown ? 'not known' : scope[slice]}`);
	return chosen.length === 0 ? 'all customers' : `customers with ${chosen.join(', ')}`;
}

/** Reads the filters from an address. Unknown parameters are somebody else's. */
export function scopeFromUrl(week: Week, parameters: URLSearchParams): Scope {
	const chosen = (name: string) => parameters.get(name) || null;
	return {
		week,
		segment: chosen('segment'),
		region: chosen('region'),
		plan: chosen('plan'),
		survey: chosen('survey'),
		...(parameters.get('accounts') === 'apart' ? { apart: true as const } : {})
	};
}

/** The address of a scope on a page, so that a link is a view. */
export function scopeToQuery(scope: Scope): string {
	const query = new URLSearchParams();
	for (const name of [...slices, 'survey'] as const) {
		if (scope[name] !== null) query.set(name, scope[name]);
	}
	if (scope.apart) query.set('accounts', 'apart');
	return query.size ? `?${query}` : '';
}

/** The first way of telling customers apart that the scope leaves open; null when it leaves none. */
export const freeSlice = (scope: Scope): Slice | null => slices.find((slice) => scope[slice] === null) ?? null;
