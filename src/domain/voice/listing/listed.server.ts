import type { SQL } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';
import { everyComment } from './entries.ts';
import { findIn } from './found.ts';
import { addPlace, addPlaces, blockOf, blockSize, countPlaces, noPlaces, numbersAt, takeOut } from './places.ts';
import type { Places } from './places.ts';
import { selectLists, unlistedNumbers } from './queries/lists.server.ts';
import type { Condition } from './queries/lists.server.ts';
import { selectMatchingOf } from './queries/read.server.ts';

/** Where listed comments match: their places by block. */
export type Listed = Map<number, Places>;

/** So many are read to see whether words stand behind each other. */
const mostReread = 20_000;

const unlisted: Condition = { entries: [], ranges: [], without: true, numbers: [unlistedNumbers] };

/**
 * Comments that fulfil all conditions of any of some ways to match, but for those that have changed since they were
 * listed. `which` says the same as a condition on each comment. Null: those of which lists cannot tell whether words
 * stand behind each other are too many to look at.
 */
export async function findListed(
	db: Db,
	ways: readonly Condition[][],
	which: SQL,
	{ blocks, common }: { blocks: readonly number[]; common?: number }
): Promise<Listed | null> {
	const sure: Listed = new Map(blocks.map((block) => [block, noPlaces()]));
	const maybe: Listed = new Map(blocks.map((block) => [block, noPlaces()]));
	for (const way of ways) {
		const conditions = [...(way.every(({ without }) => without) ? [everyComment] : []), ...way, unlisted];
		for (const [block, found] of findIn(blocks, conditions, await selectLists(db, conditions), common)) {
			addPlaces(sure.get(block)!, found.sure);
			addPlaces(maybe.get(block)!, found.maybe);
		}
	}
	for (const block of blocks) takeOut(maybe.get(block)!, sure.get(block)!);
	if (countFound(maybe) > mostReread) return null;
	const numbers = [...maybe].flatMap(([block, places]) => numbersAt(block, places));
	const reread = numbers.length > 0 ? await selectMatchingOf(db, numbers, which) : [];
	for (const number of reread) addPlace(sure.get(blockOf(number))!, number % blockSize);
	return sure;
}

export const countFound = (found: Listed): number =>
	[...found.values()].reduce((sum, places) => sum + countPlaces(places), 0);
