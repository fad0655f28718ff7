import type { Db } from '#platform/db/connect.ts';
import { maskingRules } from './masking/rules.server.ts';
import {
	dropReread,
	listNamed,
	listWithHiddenNames,
	putBackReread,
	selectToReread,
	takeOutToReread
} from './queries/reread.server.ts';
import { stageWords } from './queries/searchable.server.ts';
import { indexText } from './search/index-text.ts';
import { addToThemeCells, dropEmptyThemeCells, findThemes, readWords } from './themes/queries/refresh.server.ts';
import { wordsIn } from './themes/words.ts';

/** Comments that are found by their words are read again when the list of colleagues' names changes. */
const atOnce = 2_000;

/** In which a name occurs, by any of its words: more than will turn out to hold it, and none too few. */
export async function rereadNamed(db: Db, name: string): Promise<void> {
	const words = wordsIn(name).map(({ word }) => word);
	if (words.length === 0) return;
	await listNamed(db, words);
	await reread(db);
}

/** In which a name is hidden that may not have to be any more. */
export async function rereadWithHiddenNames(db: Db): Promise<void> {
	await listWithHiddenNames(db);
	await reread(db);
}

/** Searches and themes find them by what everybody may read, from this transaction on. */
async function reread(db: Db): Promise<void> {
	const rules = await maskingRules(db);
	const listed = await takeOutToReread(db);
	for (let from = 1; from <= listed; from += atOnce) {
		const comments = await selectToReread(db, { from, to: from + atOnce - 1 });
		await stageWords(
			db,
			comments.map(({ title, comment, ...one }) => ({ ...one, words: indexText(title, comment, rules) }))
		);
	}
	await putBackReread(db);
	await addToThemeCells(db, -1);
	await readWords(db);
	await findThemes(db);
	await addToThemeCells(db, 1);
	await dropEmptyThemeCells(db);
	await dropReread(db);
}
