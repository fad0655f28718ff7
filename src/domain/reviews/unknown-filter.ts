import { slices } from '../scope/scope.ts';
import type { Scope, Slice } from '../scope/scope.ts';
import { sliceChoices } from '../scope/slice-choices.ts';

/** What there is to filter by: the slices that customers are in, and the ids of survey series. */
export type Filterable = { customers: readonly Record<Slice, string | null>[]; series: readonly string[] };

/** More than these are not listed in a sentence. */
const most = 20;

/** Why a program cannot be answered: a filter of its names nothing that there is; null: all of them do. */
export function unknownFilter(scope: Scope, { customers, series }: Filterable): string | null {
	const choices = sliceChoices(customers);
	const filters = [
		...slices.map((slice) => ({ name: slice, asked: scope[slice], there: choices[slice] })),
		{ name: 'survey', asked: scope.survey, there: series }
	];
	const unknown = filters.find(({ asked, there }) => asked !== null && !there.includes(asked));
	return unknown ? `There is no ${unknown.name} “${unknown.asked!.slice(0, 60)}”: ${told(unknown.there)}.` : null;
}

function told(there: readonly string[]): string {
	if (there.length === 0) return 'there is none yet';
	const more = there.length > most ? ` and ${there.length - most} more` : '';
	return `there ${there.length === 1 ? 'is' : 'are'} ${there.slice(0, most).join(', ')}${more}`;
}
