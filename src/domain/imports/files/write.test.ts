import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readGiven } from '#tests/factories/file.ts';
import { guard, unguard } from './guard.ts';
import { csvRow, csvTable } from './write.ts';

describe('text that a spreadsheet would run', () => {
	test.each([
		['=1+1', "'=1+1"],
		['+49 30', "'+49 30"],
		['-12', "'-12"],
		['@SUM(A1)', "'@SUM(A1)"],
		['\tx', "'\tx"],
		['\rx', "'\rx"],
		['\0x', "'\0x"],
		['＝1', "'＝1"],
		['＠x', "'＠x"],
		["'=1", "''=1"],
		["'tis", "'tis"],
		['a=1', 'a=1'],
		['', '']
	])('%j is written %j', (text, written) => {
		expect(guard(text)).toBe(written);
		expect(unguard(written)).toBe(text);
	});

	test('comes back whatever it is', () => {
		const text = fc.string({ unit: fc.constantFrom("'", '=', '-', '\t', '＋', 'a'), maxLength: 6 });
		fc.assert(
			fc.property(text, (text) => {
				expect(unguard(guard(text))).toBe(text);
			})
		);
	});
});

test.each<[string, Parameters<typeof csvRow>[0]]>([
	['a,b', ['a', 'b']],
	['"a,b","say ""hi""","two\nlines"', ['a,b', 'say "hi"', 'two\nlines']],
	['-12.5,0,12345678901,true,', [-12.5, 0, 12345678901n, true, null]],
	[`"'-12.5"`, ['-12.5']],
	['""', [NaN]],
	['""', ['']],
	['"sep=;"', ['sep=;']],
	['" a "', [' a ']]
])('a row is written %s', (line, cells) => expect(csvRow(cells)).toBe(`${line}\r\n`));

/** What stands in a cell but the two things no file may hold: NUL and half a surrogate pair. */
const cell = fc
	.oneof(
		fc.string({ unit: 'grapheme', maxLength: 12 }),
		fc.string({
			unit: fc.constantFrom(
				"'",
				'"',
				'=',
				'+',
				'-',
				'@',
				'\t',
				'\r',
				'\n',
				',',
				';',
				'|',
				' ',
				'＝',
				'ü',
				'0',
				'\ufeff',
				'\ufffd'
			),
			maxLength: 8
		})
	)
	.filter((text) => !text.includes('\0') && text.isWellFormed());

async function comesBack(header: string[], rows: string[][]) {
	const { names, fields } = await readGiven(csvTable(header, rows));
	expect(names).toEqual(header);
	expect(fields).toEqual(rows);
}

describe('a table that was written comes back as it was', () => {
	test('whatever its texts are', async () => {
		const table = fc
			.integer({ min: 1, max: 5 })
			.chain((width) =>
				fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 })
			);
		await fc.assert(
			fc.asyncProperty(table, (rows) =>
				comesBack(
					rows[0].map((_, i) => `column ${i}`),
					rows
				)
			),
			{ numRuns: 500 }
		);
	});

	test('with names of columns that look like other things', async () => {
		await comesBack(['a;b;c', 'd|e', '=f', "'g"], [['1', '2', '3', '4']]);
		await comesBack(['sep=;', 'b'], [['1', '2']]);
		await comesBack(['only one'], [[''], ['a;b'], ['x'], ['']]);
	});
});
