/**
 * Where records end. In RFC 4180 every quote opens a value, closes one, or is doubled, so a line end is outside of values
 * exactly where an even number of quotes has gone before. Texts that break the rules reach csv-parse, which refuses them.
 */

export function countQuotes(text: string): number {
	let count = 0;
	for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) count++;
	return count;
}

/**
 * The end of the last record that ends in `text`, 0 if none does. `quotes`: how many have gone by at the end of `text` since
 * a record began. A CR at the end counts as a line end: whoever expects an LF after it holds it back.
 */
export function lastRecordEnd(text: string, quotes: number): number {
	const hasCr = text.includes('\r');
	let to = text.length;
	for (let before = quotes; to > 0; before--) {
		const quote = text.lastIndexOf('"', to - 1);
		if (before % 2 === 0) {
			const lf = text.lastIndexOf('\n', to - 1);
			const cr = hasCr ? text.lastIndexOf('\r', to - 1) : -1;
			if (Math.max(lf, cr) > quote) return Math.max(lf, cr) + 1;
		}
		to = quote;
	}
	return 0;
}

/** A run of records without quotes, or one record with some. */
export type Part = { text: string; quoted: boolean };

/** Whole records in their order, those with quotes each on its own. Line ends: LF or CRLF only. */
export function* partsOf(block: string): Generator<Part> {
	let from = 0;
	for (let quote = block.indexOf('"'); quote >= 0; quote = block.indexOf('"', from)) {
		const start = Math.max(from, block.lastIndexOf('\n', quote) + 1);
		if (start > from) yield { text: block.slice(from, start), quoted: false };
		from = recordEnd(block, quote);
		yield { text: block.slice(start, from), quoted: true };
	}
	if (from < block.length) yield { text: block.slice(from), quoted: false };
}

/** The end of the record whose first quote is at `quote`. */
function recordEnd(block: string, quote: number): number {
	let open = true;
	for (let at = quote + 1; ; open = !open) {
		const next = block.indexOf('"', at);
		const lineEnd = open ? -1 : block.indexOf('\n', at);
		if (lineEnd >= 0 && (next < 0 || lineEnd < next)) return lineEnd + 1;
		if (next < 0) return block.length;
		at = next + 1;
	}
}
