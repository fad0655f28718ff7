import { sql } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';
import { row, rows } from '#platform/db/rows.ts';
import { noLanguage, stemmedLanguages } from '../search/language.ts';

const textArray = (values: readonly string[]) =>
	sql`array[${sql.join(
		values.map((value) => sql`${value}`),
		sql`, `
	)}]::text[]`;

/** A word with this many forms in comments is searched by the commonest of them. */
const mostForms = 100;

/**
 * The forms in which words occur in comments: those with the same stem, by the rules of the languages in which the word
 * itself was written; of all languages, if it was in none.
 */
export const selectForms = (db: Db, words: readonly string[]) =>
	rows<{ word: string; form: string; comments: number }>(
		db,
		sql`
			select word, form, comments
			from unnest(${textArray(words)}) as asked (word)
			cross join lateral (
				select other.word as form, sum(other.comments)::int as comments
				from (
					select language, stem_of(language, asked.word) as stem
					from unnest(${textArray([...stemmedLanguages, noLanguage])}) as spoken (language)
					where exists (select from comment_word known where known.word = asked.word and known.language = spoken.language)
					   or not exists (select from comment_word known where known.word = asked.word)
				) meant
				join comment_word other on other.stem = meant.stem and other.language = meant.language
				group by other.word
				order by sum(other.comments) desc, other.word
				limit ${mostForms}
			) forms
		`
	);

/** How much of two words' groups of three letters has to be the same: 'invoce' and 'invoice' share half. */
const alikeEnough = 0.4;

/** Words in comments that are spelled like a word, the likest first; none where the server cannot tell. */
export async function selectSpelledAlike(db: Db, word: string, most: number): Promise<string[]> {
	const { able } = await row<{ able: boolean }>(
		db,
		sql`select to_regclass('comment_word_spelling') is not null as "able"`
	);
	if (!able) return [];
	const found = await rows<{ word: string }>(
		db,
		sql`
			select word
			from comment_word
			where word % ${word} and word <> ${word} and similarity(word, ${word}) >= ${alikeEnough}
			group by word
			order by similarity(word, ${word}) desc, sum(comments) desc, word
			limit ${most}
		`
	);
	return found.map((one) => one.word);
}
