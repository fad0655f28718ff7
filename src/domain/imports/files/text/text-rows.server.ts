import { bytesOf } from '../bytes.server.ts';
import { csvReader } from './csv.server.ts';
import { unguard } from '../guard.ts';
import type { Encoding, TextLayout } from '../layout.ts';
import type { Row, RowProblem, Rows } from '../row.ts';

/** The rows of a text file, in pieces that do not grow with the file. */
export async function* textRows(path: string, layout: TextLayout, signal?: AbortSignal): AsyncGenerator<Rows> {
	let row = layout.separatorLine ? 0 : 1;
	const reader = csvReader(layout.delimiter, row);
	const inspect = inspector(layout);

	for await (const { text, bytes } of decoded(path, layout.encoding, signal)) {
		inspect.notice(text);
		const records = text === null ? reader.end() : reader.push(text);
		const rows = records.map((fields) => inspect.asRow(row++, fields));
		yield { rows: rows[0]?.row === 0 ? rows.slice(1) : rows, bytes };
	}
}

/** The text of a file in pieces, without its byte order mark; null at the end. */
async function* decoded(path: string, encoding: Encoding, signal?: AbortSignal) {
	const decoder = new TextDecoder(encoding);
	let read = 0;
	for await (const bytes of bytesOf(path, signal)) {
		read += bytes.length;
		for (const text of piecesOf(decoder.decode(bytes, { stream: true }))) yield { text, bytes: read };
	}
	const rest = decoder.decode();
	if (rest !== '') yield { text: rest, bytes: read };
	yield { text: null, bytes: read };
}

/**
 * A table's rows weigh ten times their text in memory. While few of them are alive at once, most are gone before anybody
 * cleans up, which is half of the cost of reading; one call of csv-parse costs as much as twenty records, so texts with
 * quotes stay whole.
 */
const pieceLength = 8_192;

function* piecesOf(text: string): Generator<string> {
	if (text.includes('"')) return yield text;
	for (let from = 0; from < text.length; from += pieceLength) yield text.slice(from, from + pieceLength);
}

/** Looks into single values only from the moment that a text has held what some value must not, or may not need. */
function inspector({ damaged, guarded }: TextLayout) {
	let guards = false;
	let unreadable = false;
	return {
		notice(text: string | null) {
			if (text === null) return;
			guards ||= guarded && text.includes("'");
			unreadable ||= text.includes('\0') || (damaged && text.includes('\ufffd'));
		},
		asRow(row: number, fields: string[]): Row {
			if (guards)
				for (let i = 0; i < fields.length; i++) if (fields[i].charCodeAt(0) === 39) fields[i] = unguard(fields[i]);
			return { row, fields, problem: unreadable ? problemOf(fields, damaged) : null };
		}
	};
}

function problemOf(fields: readonly string[], damaged: boolean): RowProblem | null {
	const nul = fields.findIndex((field) => field.includes('\0'));
	if (nul >= 0)
		return { column: nul + 1, problem: 'The value holds a NUL character, which no text may hold; take it out.' };
	const broken = damaged ? fields.findIndex((field) => field.includes('\ufffd')) : -1;
	if (broken < 0) return null;
	return {
		column: broken + 1,
		problem: 'The value holds bytes that mean nothing in this encoding; write the letters again.'
	};
}
