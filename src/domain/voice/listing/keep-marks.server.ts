import type { Db } from '#platform/db/connect.ts';
import { readerEntry, themeEntry } from './entries.ts';
import { addList, listOf, noPlaces, numbersAt } from './places.ts';
import { insertLists, lockMarks, selectBlocksWithout, selectManyMarked } from './queries/keep.server.ts';
import { ofReader, ofTheme, selectLists } from './queries/lists.server.ts';

/** Fewer are asked for by number in time. */
const fewestMarked = 5_000;

/**
 * Lists what themes with many comments have, and what people who read much have read, in the blocks where that is not
 * listed. A list goes as soon as it is no longer true; until the next refresh its block is asked for by number.
 */
export async function listMarks(db: Db, fewest = fewestMarked): Promise<void> {
	for (const { theme, reader } of await selectManyMarked(db, fewest))
		await db.transaction(async (tx) => {
			if (!(await lockMarks(tx))) return;
			const entry = theme === null ? readerEntry(reader!) : themeEntry(theme);
			const blocks = await selectBlocksWithout(tx, entry);
			const numbers = [theme === null ? ofReader(reader!) : ofTheme(theme)];
			const missing = blocks.length > 0 ? await selectLists(tx, [{ ...none, numbers }]) : [];
			for (const block of blocks) {
				const all = noPlaces();
				for (const { isAll, places } of missing.filter((list) => list.block === block)) addList(all, places, isAll);
				// An empty one says that there are none.
				await insertLists(tx, block, [[entry, listOf(numbersAt(0, all))]]);
			}
		});
}

const none = { entries: [], ranges: [], without: false };
