/** The languages whose words Postgres knows how to reduce to their stem, by the code that sources give. */
const stemmed: Record<string, string> = {
	ar: 'arabic',
	ca: 'catalan',
	da: 'danish',
	de: 'german',
	el: 'greek',
	en: 'english',
	es: 'spanish',
	eu: 'basque',
	fi: 'finnish',
	fr: 'french',
	ga: 'irish',
	hi: 'hindi',
	hu: 'hungarian',
	hy: 'armenian',
	id: 'indonesian',
	it: 'italian',
	lt: 'lithuanian',
	nb: 'norwegian',
	ne: 'nepali',
	nl: 'dutch',
	nn: 'norwegian',
	no: 'norwegian',
	pt: 'portuguese',
	ro: 'romanian',
	ru: 'russian',
	sr: 'serbian',
	sv: 'swedish',
	ta: 'tamil',
	tr: 'turkish',
	yi: 'yiddish'
};

/** In a language that Postgres does not know, or that no source has told, a word has one form: itself. */
export const noLanguage = 'simple';

/** By whose rules a comment's words are told to be forms of one another. `tag`: BCP 47, as the source gave it. */
export const languageOf = (tag: string | null): string =>
	stemmed[(tag ?? '').toLowerCase().split(/[-_]/)[0]] ?? noLanguage;

export const stemmedLanguages: readonly string[] = [...new Set(Object.values(stemmed))];
