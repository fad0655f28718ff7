import type { Db } from '#platform/db/connect.ts';
import { entriesOf } from './entries.ts';
import { blockSize, listOf } from './places.ts';
import { countComments, lockLists, replaceLists, selectBlocksToList, selectWorded } from './queries/keep.server.ts';

/** Fewer comments are counted one by one in time. */
const leastComments = 100_000;
/** So many comments of a block are looked at one by one before it is listed anew. */
const fewestUnlisted = 500;
/** Numbers of comments that are read at once. */
const atOnce = 8_192;

/**
 * Lists anew what is in the blocks of comments that have changed much, after a refresh. Search is exact before, during
 * and after it: what is not listed is looked at one by one. A block whose comments are just being changed waits for the
 * next refresh.
 */
export async function listComments(db: Db, { least = leastComments, fewest = fewestUnlisted } = {}): Promise<void> {
	if ((await countComments(db)) < least) return;
	for (const block of await selectBlocksToList(db, fewest))
		await db.transaction(async (tx) => {
			if (await lockLists(tx)) await replaceLists(tx, block, await listsOf(tx, block));
		});
}

async function* parts(db: Db, block: number) {
	const first = block * blockSize;
	for (let from = first; from < first + blockSize; from += atOnce) yield selectWorded(db, { from, to: from + atOnce });
}

async function listsOf(db: Db, block: number): Promise<Iterable<[string, Uint8Array]>> {
	const placesOf = new Map<string, number[]>();
	for await (const comments of parts(db, block))
		for (const { responseId, words, ...traits } of comments) {
			const place = responseId % blockSize;
			const entries = words === '' ? entriesOf(traits) : [...entriesOf(traits), ...words.split(' ')];
			for (const entry of entries) {
				const places = placesOf.get(entry);
				if (places) places.push(place);
				else placesOf.set(entry, [place]);
			}
		}
	return [...placesOf].map(([entry, places]) => [entry, listOf(places)]);
}
