import type { Db } from '#platform/db/connect.ts';
import { beginningLists } from './beginnings.ts';
import { beginningEntry, entriesOf, rowEntry } from './entries.ts';
import { blockSize, listOf } from './places.ts';
import { rowsListed } from './rows-of-words.ts';
import { listMarks } from './keep-marks.server.ts';
import { nothingTold, saidIn, tell } from './told.ts';
import { countComments, lockLists, replaceLists, selectBlocksToList, selectWorded } from './queries/keep.server.ts';

/** Fewer comments are counted one by one in time. */
const leastComments = 100_000;
/** So many comments of a block are looked at one by one before it is listed anew. */
const fewestUnlisted = 500;
/** Numbers of comments that are read at once. */
const atOnce = 8_192;

type Least = { least?: number; fewest?: number; fewestMarked?: number };

/** From how many on words are listed by how they begin, and rows of words because their parts are common. */
export type Thresholds = { manyWords?: number; common?: number };

/**
 * Lists anew what is in the blocks of comments that have changed much, after a refresh. Search is exact before, during
 * and after it: what is not listed is looked at one by one. A block whose comments are just being changed waits for the
 * next refresh.
 */
export async function listComments(
	db: Db,
	{ least = leastComments, fewest = fewestUnlisted, fewestMarked, ...thresholds }: Least & Thresholds = {}
): Promise<void> {
	if ((await countComments(db)) < least) return;
	for (const block of await selectBlocksToList(db, fewest))
		await db.transaction(async (tx) => {
			if (await lockLists(tx)) await replaceLists(tx, block, await listsOf(tx, block, thresholds));
		});
	await listMarks(db, fewestMarked);
}

async function* parts(db: Db, block: number) {
	const first = block * blockSize;
	for (let from = first; from < first + blockSize; from += atOnce) yield selectWorded(db, { from, to: from + atOnce });
}

/** In the order of their entries, so that those which are asked for together lie together. */
async function listsOf(db: Db, block: number, { manyWords, common }: Thresholds): Promise<[string, Uint8Array][]> {
	const traitsAt = new Map<string, number[]>();
	const wordsAt = new Map<string, number[]>();
	const told = nothingTold();
	for await (const comments of parts(db, block))
		for (const { responseId, words: written, ...traits } of comments) {
			const place = responseId % blockSize;
			const words = saidIn(written);
			for (const entry of entriesOf(traits)) add(traitsAt, entry, place);
			for (const { word } of words) add(wordsAt, word, place);
			tell(told, place, words);
		}
	const lists: [string, Uint8Array][] = [
		...[...traitsAt, ...wordsAt].map(([entry, places]): [string, Uint8Array] => [entry, listOf(places)]),
		...[...rowsListed(told, common)].map(([row, places]): [string, Uint8Array] => [rowEntry(row), listOf(places)]),
		...[...beginningLists(wordsAt, manyWords)].map(([text, list]): [string, Uint8Array] => [beginningEntry(text), list])
	];
	return lists.sort(([a], [b]) => (a < b ? -1 : 1));
}

function add(placesOf: Map<string, number[]>, entry: string, place: number): void {
	const places = placesOf.get(entry);
	if (places) places.push(place);
	else placesOf.set(entry, [place]);
}
