import type { Db } from '#platform/db/connect.ts';
import type { VoiceFilter } from './filter.ts';
import { selectForms, selectSpelledAlike } from './queries/forms.server.ts';
import type { Wanted } from './queries/matches.server.ts';
import { asked, asksNothing } from './search/asked.ts';
import { hasForms, meant, queryText, rare } from './search/meant.ts';
import type { Known, MeantSearch } from './search/meant.ts';

/** Enough for a typing error; more would be a guess. */
const mostAlike = 5;

/** A search as it is carried out. Null: no words are asked for. */
export type Understood = { wanted: Wanted; search: MeantSearch | null };

/** Finds out what a search means: which forms of its words occur in comments, and for a rare word what is spelled like it. */
export async function understand(db: Db, filter: VoiceFilter): Promise<Understood> {
	const terms = asked(filter.search);
	if (asksNothing(terms)) return { wanted: { ...filter, query: null }, search: null };

	const words = [...terms.all, ...terms.none].filter(hasForms).map((term) => term.words[0]);
	const search = meant(terms, await knownOf(db, [...new Set(words)]));
	return { wanted: { ...filter, query: queryText(search) }, search };
}

async function knownOf(db: Db, words: string[]): Promise<Map<string, Known>> {
	if (words.length === 0) return new Map();
	const byWord = Map.groupBy(await selectForms(db, words), ({ word }) => word);
	const known = words.map(async (word): Promise<[string, Known]> => {
		const found = byWord.get(word) ?? [];
		const comments = found.reduce((sum, one) => sum + one.comments, 0);
		const forms = found.map(({ form }) => form);
		const alike = comments < rare ? await selectSpelledAlike(db, word, mostAlike) : [];
		return [word, { forms, alike: alike.filter((one) => !forms.includes(one)) }];
	});
	return new Map(await Promise.all(known));
}
