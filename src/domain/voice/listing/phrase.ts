import { commonFrom, longestRow } from './rows-of-words.ts';

/** A phrase's words and all rows of words within it that may be listed. */
export const rowsWithin = (words: readonly string[]): string[] => [
	...new Set(
		Array.from({ length: Math.min(longestRow, words.length) }, (_, i) => i + 1).flatMap((length) =>
			Array.from({ length: words.length - length + 1 }, (_, from) => words.slice(from, from + length).join(' '))
		)
	)
];

/** In how many comments of a block a row is, by its list; null: it has none. */
type CountOf = (row: string) => number | null;

/**
 * By which lists a phrase is narrowed down in a block, and whether they say exactly where it is. Null: it is nowhere in
 * it. Lists may have lost places since they were made, but never gained any.
 */
export function narrowed(
	words: readonly string[],
	countOf: CountOf,
	common = commonFrom
): { rows: string[]; isExact: boolean } | null {
	const rows: string[] = [];
	for (const row of rowsWithin(words)) {
		if (countOf(row) !== null) rows.push(row);
		else if (wouldBeListed(row, countOf, common)) return null;
	}
	return { rows, isExact: rows.includes(words.join(' ')) };
}

/** Whether a row would have a list if it were in the block. A word always has. */
function wouldBeListed(row: string, countOf: CountOf, common: number): boolean {
	if (!row.includes(' ')) return true;
	const parts = [row.slice(0, row.lastIndexOf(' ')), row.slice(row.indexOf(' ') + 1)];
	return parts.every((part) => (countOf(part) ?? 0) >= common);
}
