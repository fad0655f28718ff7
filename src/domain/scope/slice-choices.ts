import { notKnown } from './scope.ts';
import type { Slice } from './scope.ts';

/** What each slice can be cut to. */
export type SliceChoices = Record<Slice, string[]>;

/** Every value that customers have, in order; those of whom no file has said can be chosen, too. */
export function sliceChoices(customers: readonly Record<Slice, string | null>[]): SliceChoices {
	const valuesOf = (slice: Slice) => [...new Set(customers.map((customer) => customer[slice] || notKnown))].sort();
	return { segment: valuesOf('segment'), region: valuesOf('region'), plan: valuesOf('plan') };
}

export const sliceName: Record<Slice, string> = { segment: 'Segment', region: 'Region', plan: 'Plan' };

/** What stands in a filter that filters nothing. */
export const allOfSlice: Record<Slice, string> = { segment: 'All segments', region: 'All regions', plan: 'All plans' };

export const sliceValueName = (value: string): string => (value === notKnown ? 'Not known' : value);

/** As a list of options offers them. */
export const sliceOptions = (values: readonly string[]) =>
	values.map((value) => ({ value, name: sliceValueName(value) }));
