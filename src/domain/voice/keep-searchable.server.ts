import type { Db } from '#platform/db/connect.ts';
import { insertTrusted } from '../customers/server.ts';
import {
	addStaged,
	followStandings,
	listUnsearchable,
	selectUnsearchable,
	stageWords
} from './queries/searchable.server.ts';
import { maskingRules } from './masking/rules.server.ts';
import { indexText } from './search/index-text.ts';
import { languageOf } from './search/language.ts';

/** Enough to be quick, few enough to forget about memory, whatever somebody has written. */
const atOnce = 2_000;

/**
 * Brings search and filters up to date for the touched customers, in the transaction of a refresh, after their yearly
 * revenue. The words of a comment are read once in its life, and again
 * when what is hidden in it changes.
 */
export async function keepSearchable(db: Db, zone: string): Promise<void> {
	await followStandings(db, zone);
	const missing = await listUnsearchable(db);
	const rules = await maskingRules(db);
	for (let from = 1; from <= missing; from += atOnce) {
		const comments = await selectUnsearchable(db, { from, to: from + atOnce - 1 });
		await stageWords(
			db,
			comments.map(({ customerId, responseId, title, comment, language }) => ({
				customerId,
				responseId,
				language: languageOf(language),
				words: indexText(title, comment, rules)
			}))
		);
	}
	if (missing > 0) await insertTrusted(db, ['response'], () => addStaged(db, zone));
}
