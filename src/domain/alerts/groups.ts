import { notKnown, slices } from '../scope/scope.ts';
import type { Slice } from '../scope/scope.ts';
import type { WatchedGroup } from './alert.ts';

type SliceCount = Record<Slice, string> & { customers: number };

/** More groups than this would hide among themselves what happens: each look makes every other one stricter. */
const most = 12;

/** The largest groups by the first slice that tells customers apart; none where nothing does. */
export function groupsToWatch(counts: readonly SliceCount[]): NonNullable<WatchedGroup>[] {
	for (const slice of slices) {
		const sizes = new Map<string, number>();
		for (const count of counts) sizes.set(count[slice], (sizes.get(count[slice]) ?? 0) + count.customers);
		if (sizes.size < 2) continue;
		return [...sizes]
			.sort(([a, many], [b, few]) => few - many || (a < b ? -1 : 1))
			.slice(0, most)
			.map(([value]) => ({ slice, value: value || notKnown }));
	}
	return [];
}
