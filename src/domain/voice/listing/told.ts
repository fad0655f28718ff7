/** A word with where it stands in a comment. */
export type Said = { word: string; positions: number[] };

/** Reads a tsvector as Postgres writes it. Words hold no quotes, no backslashes and no spaces. */
export const saidIn = (written: string): Said[] =>
	written === ''
		? []
		: written.split(' ').map((part) => {
				const end = part.lastIndexOf("'");
				const positions = part.slice(end + 2);
				return { word: part.slice(1, end), positions: positions === '' ? [] : positions.split(',').map(Number) };
			});

/** No word stands here. */
export const gap = -1;

/**
 * The words of a block's comments in the order in which they were said, by their numbers, with a gap wherever something
 * parts them; and beside each the place of its comment.
 */
export type Told = { numbers: Map<string, number>; said: number[]; places: number[] };

export const nothingTold = (): Told => ({ numbers: new Map(), said: [], places: [] });

/** Adds a comment; comments are told by rising places. */
export function tell({ numbers, said, places }: Told, place: number, words: readonly Said[]): void {
	const at: (number | undefined)[] = [];
	for (const { word, positions } of words) {
		const number = numberOf(word);
		for (const position of positions) at[position] = number;
	}
	for (const number of at) if (number !== undefined || said.at(-1) !== gap) add(number ?? gap);
	add(gap);

	function numberOf(word: string): number {
		const number = numbers.get(word) ?? numbers.size;
		if (number === numbers.size) numbers.set(word, number);
		return number;
	}

	function add(number: number): void {
		said.push(number);
		places.push(place);
	}
}
