import fc from 'fast-check';
import { parse } from 'csv-parse/sync';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { csvReader } from './csv.server.ts';
import { FileProblem } from '../problem.ts';

function read(pieces: readonly string[], delimiter = ','): string[][] {
	const reader = csvReader(delimiter);
	return [...pieces.flatMap(reader.push), ...reader.end()];
}

const strictly = (text: string, delimiter: string): string[][] =>
	parse(text, { delimiter, record_delimiter: ['\r\n', '\n', '\r'], relax_column_count: true });

const orRefused = (read: () => string[][]): string[][] | 'refused' => {
	try {
		return read();
	} catch {
		return 'refused';
	}
};

/** Texts of little else than what has a meaning in CSV, so that its rules meet in every way. */
const csvText = fc.string({
	unit: fc.constantFrom('a', 'ü', ' ', ',', ';', '"', '""', '","', '"\n"', '\n', '\r\n', '\r', '🙂'),
	maxLength: 60
});

/** Cuts a text in pieces of the given lengths. */
function cut(text: string, lengths: number[]): string[] {
	const pieces: string[] = [];
	let from = 0;
	for (const length of lengths) pieces.push(text.slice(from, (from += length)));
	return [...pieces, text.slice(from)];
}

describe('reads what csv-parse reads, and refuses what it refuses', () => {
	test('in whatever pieces the text arrives', () => {
		const pieces = fc.array(fc.nat(7), { maxLength: 20 });
		fc.assert(
			fc.property(csvText, pieces, fc.constantFrom(',', ';'), (text, lengths, delimiter) => {
				const expected = orRefused(() => strictly(text, delimiter));
				expect(orRefused(() => read(cut(text, lengths), delimiter))).toEqual(expected);
			}),
			{ numRuns: 6_000 }
		);
	});

	test('valid tables in particular, quoted or not', () => {
		const value = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '\r', 'ß'), maxLength: 5 });
		const field = fc
			.tuple(value, fc.boolean())
			.map(([text, quoted]) => (quoted || /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text));
		const table = fc.array(
			fc.tuple(fc.array(field, { minLength: 1, maxLength: 4 }), fc.constantFrom('\n', '\r\n', '\r'))
		);
		fc.assert(
			fc.property(table, fc.array(fc.nat(9), { maxLength: 30 }), (rows, lengths) => {
				const text = rows.map(([fields, lineEnd]) => fields.join(',') + lineEnd).join('');
				expect(read(cut(text, lengths))).toEqual(strictly(text, ','));
			}),
			{ numRuns: 2_000 }
		);
	});
});

describe('a problem with quotes names its place', () => {
	const placeOf = (text: string) => {
		try {
			read([text]);
		} catch (error) {
			if (error instanceof FileProblem) return error.place;
		}
		return null;
	};

	test('a quote left open: where it opened', () => {
		const text = 'id,comment\r\n1,"two\nlines"\n2,fine\n3,"open\n4,x\n5,y\n';
		expect(placeOf(text)).toEqual({ row: 4, line: 5, column: 2 });
		expect(() => read([text])).toThrow('Row 4 (line 5), column 2: the quote that opens on line 5 is never closed');
	});

	test('a quote within a value that has none around it', () =>
		expect(placeOf('a,b\n"x\ny",1\n5" screen,2\n')).toEqual({ row: 3, line: 4, column: 1 }));

	test('text behind a closing quote', () =>
		expect(placeOf('a,b\n1,"Hey, "you" there"\n')).toEqual({ row: 2, line: 2, column: 2 }));

	test('a record of more than 16 MB ends the file before it fills the memory', () => {
		const reader = csvReader(',');
		const flood = () => {
			for (let i = 0; i < 3_000; i++) reader.push('x'.repeat(65_536));
		};
		reader.push('a,b\n1,2\n');
		expect(flood).toThrow('Row 3 (line 3) is longer than 16 MB');
	});

	test('so does an open quote in front of millions of good lines', () => {
		const reader = csvReader(',');
		const lines = '1,"fine, thanks"\n'.repeat(4_000);
		reader.push('a,b\n1,"open\n');
		expect(() => {
			for (let i = 0; i < 3_000; i++) reader.push('1,fine\n'.repeat(10_000));
		}).toThrow('Row 2 (line 2), column 2: the quote that opens on line 2 is never closed');
		expect(read([lines])).toHaveLength(4_000);
	});
});

test('a kept value does not hold on to the rest of the file', () => {
	setFlagsFromString('--expose-gc');
	const collectGarbage = runInNewContext('gc') as () => void;
	const reader = csvReader(',');
	const block = (i: number) => `customer-number-${i},${'x'.repeat(40)}\n`.repeat(2_000);
	const keep = (i: number) => reader.push(Buffer.from(block(i)).toString())[0][0];

	collectGarbage();
	const before = process.memoryUsage().heapUsed;
	const kept = Array.from({ length: 200 }, (_, i) => keep(i));
	collectGarbage();
	expect(process.memoryUsage().heapUsed - before).toBeLessThan(2_000_000);
	expect(new Set(kept).size).toBe(200);
});
