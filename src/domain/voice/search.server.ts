import type { Db } from '#platform/db/connect.ts';
import type { VoiceFilter } from './filter.ts';
import { selectForms, selectSpelledAlike } from './queries/forms.server.ts';
import type { Wanted } from './queries/matches.server.ts';
import { asked, asksNothing } from './search/asked.ts';
import { hasForms, meant, queryText, rare } from './search/meant.ts';
import type { Known, Meant, MeantSearch } from './search/meant.ts';

/** Enough for a typing error; more would be a guess. */
const mostAlike = 5;

/** A search as it is carried out. Null: no words are asked for. */
export type Understood = {
	wanted: Wanted;
	search: MeantSearch | null;
	/** At most so many comments have all of its words; null: that is not known without looking. */
	atMost: number | null;
	/** Whether exactly so many have, which is known of one word in one form. */
	isExact: boolean;
};

/** Finds out what a search means: which forms of its words occur in comments, and for a rare word what is spelled like it. */
export async function understand(db: Db, filter: VoiceFilter): Promise<Understood> {
	const terms = asked(filter.search);
	if (asksNothing(terms)) return { wanted: { ...filter, query: null }, search: null, atMost: null, isExact: false };

	const words = [...terms.all, ...terms.none].filter(hasForms).map((term) => term.words[0]);
	const known = await knownOf(db, [...new Set(words)]);
	const search = meant(terms, known);
	const counts = search.all.filter(hasOnlyForms).map(({ words: [word] }) => known.get(word)?.comments ?? 0);
	const atMost = counts.length === 0 ? null : Math.min(...counts);
	const [only] = search.all;
	const isExact =
		atMost !== null &&
		search.all.length === 1 &&
		search.none.length === 0 &&
		only.forms.length === 1 &&
		only.alike.length === 0;
	return { wanted: { ...filter, query: queryText(search) }, search, atMost, isExact };
}

/** How often words occur that are only spelled like it, is not asked. */
const hasOnlyForms = (term: Meant) => hasForms(term) && term.alike.length === 0;

/** What is spelled like a word, the likest first, and behind it all forms of that: as if it had been typed right. */
async function alikeInAllForms(db: Db, word: string): Promise<string[]> {
	const alike = await selectSpelledAlike(db, word, mostAlike);
	if (alike.length === 0) return [];
	const forms = await selectForms(db, alike);
	return [...new Set([...alike, ...forms.map(({ form }) => form)])];
}

type Found = Known & { comments: number };

async function knownOf(db: Db, words: string[]): Promise<Map<string, Found>> {
	if (words.length === 0) return new Map();
	const byWord = Map.groupBy(await selectForms(db, words), ({ word }) => word);
	const known = words.map(async (word): Promise<[string, Found]> => {
		const found = byWord.get(word) ?? [];
		const comments = found.reduce((sum, one) => sum + one.comments, 0);
		const forms = found.map(({ form }) => form);
		const alike = comments < rare ? await alikeInAllForms(db, word) : [];
		return [word, { forms, comments, alike: alike.filter((one) => !forms.includes(one)) }];
	});
	return new Map(await Promise.all(known));
}
