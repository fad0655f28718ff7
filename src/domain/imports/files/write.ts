import { guard } from './guard.ts';

/**
 * A table as CSV by RFC 4180: commas, CRLF, quotes where a value needs them, UTF-8 with a byte order mark, without which
 * Excel reads ü as Ã¼. What is given as a number stays one, so that -12.5 can be summed; what is given as text is never
 * a formula to whoever opens the file (see `guard.ts`). Written with this and read with `readRecords`, a table of text
 * comes back as it was, but for NUL and unpaired surrogates, which no file we read may hold.
 */
export type Cell = string | number | bigint | boolean | null;

export const byteOrderMark = '\ufeff';

/** Beyond what RFC 4180 quotes: other delimiters, so that no reader takes one of them for ours, and spaces at the ends. */
const needsQuotes = /[",;|\t\r\n]|^[\s'=+\-@＝＋－＠]|\s$|^sep=/i;

function csvCell(cell: Cell): string {
	if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : '';
	if (typeof cell !== 'string') return cell === null ? '' : String(cell);
	const text = guard(cell);
	return needsQuotes.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** One row with its line end. A row of one empty cell is written as "", as an empty line would be no row to others. */
export const csvRow = (cells: readonly Cell[]): string => `${cells.map(csvCell).join(',') || '""'}\r\n`;

export const csvTable = (header: readonly string[], rows: Iterable<readonly Cell[]>): string =>
	byteOrderMark + csvRow(header) + Array.from(rows, csvRow).join('');
