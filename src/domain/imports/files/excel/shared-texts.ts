/** Texts by number. */
export type SharedTexts = { at: (number: number) => string | undefined };

/**
 * Keeps the texts of a workbook as UTF-8 beside the heap: a million comments take no more memory than in the file, where
 * JavaScript would need several times as much while they arrive. `mostBytes`: no fewer than they take in all.
 */
export function textStore(mostBytes: number) {
	const bytes = Buffer.allocUnsafeSlow(mostBytes);
	const ends: number[] = [];
	/** UTF-8 has no half characters; whoever asks for such a text is told by the text itself. */
	const halved = new Map<number, string>();
	let used = 0;
	return {
		add(text: string) {
			if (!text.isWellFormed()) halved.set(ends.length, text);
			used += bytes.write(text, used, 'utf8');
			ends.push(used);
		},
		at(number: number): string | undefined {
			if (!(number in ends)) return undefined;
			return halved.get(number) ?? bytes.toString('utf8', number === 0 ? 0 : ends[number - 1], ends[number]);
		}
	};
}
