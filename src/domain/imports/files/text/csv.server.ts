import { parse } from 'csv-parse/sync';
import { countQuotes, lastRecordEnd, partsOf } from './csv-boundaries.ts';
import { quoteProblem } from './csv-quotes.ts';
import { FileProblem } from '../problem.ts';

/** Characters of one record. Beyond, a quote was left open or this is no table: reading on would only fill the memory. */
export const longestRecord = 16_000_000;

/** Records of a CSV text that arrives in pieces. */
export type CsvReader = { push: (text: string) => string[][]; end: () => string[][] };

/**
 * RFC 4180, strictly: csv-parse reads every record that has a quote in it. Records without one are only split, which
 * comes to the same and is several times faster; `csv.test.ts` holds the two to that. Line ends are CRLF, LF or CR, also
 * mixed. `firstRow` serves to name places.
 */
export function csvReader(delimiter: string, firstRow = 1): CsvReader {
	let row = firstRow;
	let line = 1;
	/** The record that has begun, in pieces: joined only when it ends, or a long one would be copied with every piece. */
	let begun: string[] = [];
	let length = 0;
	let quotes = 0;
	/** A CR that may be half of a CRLF. */
	let held = '';

	const read = (block: string): string[][] => {
		const records = recordsOf(block, delimiter, { row, line });
		row += records.length;
		line += block.includes('"') ? countLines(block) : records.length;
		return records;
	};
	const begin = (text: string, quotesIn: number) => {
		begun = text === '' ? [] : [text];
		length = text.length;
		quotes = quotesIn;
	};

	return {
		push(piece) {
			const joined = held + piece;
			held = joined.endsWith('\r') ? '\r' : '';
			const text = held ? joined.slice(0, -1) : joined;

			const end = lastRecordEnd(text, quotes + countQuotes(text));
			if (end > 0) {
				const block = begun.join('') + text.slice(0, end);
				begin(text.slice(end), countQuotes(text.slice(end)));
				return read(block);
			}
			begun.push(text);
			length += text.length;
			quotes += countQuotes(text);
			if (length > longestRecord) throw tooLong(begun.join(''), delimiter, row, line);
			return [];
		},
		end() {
			const rest = begun.join('') + held;
			begin('', 0);
			return rest === '' ? [] : read(rest);
		}
	};
}

/** The records of a text of whole records. */
function recordsOf(block: string, delimiter: string, start: { row: number; line: number }): string[][] {
	if (!block.includes('"')) return split(block, delimiter);
	try {
		return /\r(?!\n)/.test(block) ? strict(block, delimiter) : mixed(block, delimiter);
	} catch (error) {
		throw quoteProblem(block, delimiter, start) ?? error;
	}
}

const strict = (text: string, delimiter: string): string[][] =>
	parse(text, {
		delimiter,
		record_delimiter: ['\r\n', '\n', '\r'],
		// How many fields a record should have is judged where the columns have names and the next record is still read.
		relax_column_count: true
	});

/** Splits what can be split and hands the rest to csv-parse in one go, as each call costs as much as twenty records. */
function mixed(block: string, delimiter: string): string[][] {
	const records: string[][] = [];
	const places: number[] = [];
	let quoted = '';
	for (const part of partsOf(block)) {
		if (part.quoted) {
			quoted += part.text;
			places.push(records.length);
			records.push([]);
		} else for (const fields of split(part.text, delimiter)) records.push(fields);
	}
	const parsed = strict(quoted, delimiter);
	if (parsed.length !== places.length) return strict(block, delimiter);
	for (let i = 0; i < places.length; i++) records[places[i]] = parsed[i];
	return records;
}

function split(block: string, delimiter: string): string[][] {
	const lines = (block.includes('\r') ? block.replace(/\r\n?/g, '\n') : block).split('\n');
	if (lines.at(-1) === '') lines.pop();
	const records = new Array<string[]>(lines.length);
	for (let i = 0; i < lines.length; i++) {
		const fields = lines[i].split(delimiter);
		for (let j = 0; j < fields.length; j++) if (fields[j].length > 12) fields[j] = ownCopy(fields[j]);
		records[i] = fields;
	}
	return records;
}

/** V8 lets a long part of a text hold on to the whole: whoever keeps one key of each block would keep the file. */
const ownCopy = (part: string): string => ` ${part}`.slice(1);

const countLines = (text: string): number => text.match(/\r\n?|\n/g)?.length ?? 0;

function tooLong(text: string, delimiter: string, row: number, line: number): FileProblem {
	const open = quoteProblem(text, delimiter, { row, line });
	if (open) return open;
	return new FileProblem(`Row ${row} (line ${line}) is longer than 16 MB; this does not look like a table.`, {
		row,
		line
	});
}
