import type { Asked, Term } from './asked.ts';

/** A term with every way of writing it that counts: other forms of a word, and if it is rare words spelled like it in all of theirs. */
export type Meant = Term & { forms: string[]; alike: string[] };

/** A word that fewer comments than this contain, in any form, may be a typing error. */
export const rare = 5;

/** How a word occurs in comments. */
export type Known = { forms: readonly string[]; alike: readonly string[] };

/** What a search means, after the words that occur in comments have been looked up. */
export type MeantSearch = { all: Meant[]; none: Meant[] };

/** Whose other forms may be looked for: a word that stands by itself and without quotes. */
export const hasForms = ({ words, exact, begins }: Term): boolean => words.length === 1 && !exact && !begins;

/** `known`: what has been found out about words. Nothing is left out because it is spelled like something else. */
export function meant({ all, none }: Asked, known: ReadonlyMap<string, Known>): MeantSearch {
	const withForms = (term: Term, isWanted: boolean): Meant => {
		if (!hasForms(term)) return { ...term, forms: [], alike: [] };
		const [word] = term.words;
		const { forms = [], alike = [] } = known.get(word) ?? {};
		return { ...term, forms: [...new Set([word, ...forms])], alike: isWanted ? [...alike] : [] };
	};
	return { all: all.map((term) => withForms(term, true)), none: none.map((term) => withForms(term, false)) };
}

const quoted = (word: string) => `'${word}'`;

/** As Postgres reads a tsquery. Words hold no quotes and no backslashes. */
export const queryText = ({ all, none }: MeantSearch): string =>
	[...all.map(termText), ...none.map((term) => `!${termText(term)}`)].join(' & ');

function termText({ words, begins, forms, alike }: Meant): string {
	if (forms.length > 0) return `(${[...forms, ...alike].map(quoted).join(' | ')})`;
	if (begins) return `${quoted(words[0])}:*`;
	return `(${words.map(quoted).join(' <-> ')})`;
}
