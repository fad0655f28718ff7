import { describe, expect, test } from 'vitest';
import { givenFile, readGiven } from '#tests/factories/file.ts';
import { rowsXml, workbook, type WorkbookXml } from '#tests/factories/workbook.ts';
import { profileFile } from '../profile.server.ts';
import { readRecords } from '../read.server.ts';

const data = (rows: string, rest: Partial<WorkbookXml> = {}) => workbook({ sheets: [{ name: 'Data', rows }], ...rest });

describe('sheets', () => {
	const filled = rowsXml([
		['id', 'score'],
		['a', 9]
	]);
	const other = rowsXml([
		['id', 'amount'],
		['b', 5]
	]);

	test('the first that can be seen and is not empty is read', async () => {
		const sheets = [
			{ name: 'Lists', state: 'hidden', rows: other },
			{ name: 'Macro', state: 'veryHidden', rows: other },
			{ name: 'Notes', rows: '<row r="3"><c r="A3" s="0"/></row>' },
			{ name: 'R&amp;D', rows: filled },
			{ name: 'Costs', rows: other }
		];
		const { profile, names } = await readGiven(workbook({ sheets }));
		expect(profile.layout).toMatchObject({ format: 'excel', sheet: 'R&D', sheets: ['Notes', 'R&D', 'Costs'] });
		expect(names).toEqual(['id', 'score']);
	});

	test('another can be asked for, also a hidden one', async () => {
		const bytes = workbook({
			sheets: [
				{ name: 'Data', rows: filled },
				{ name: 'Costs', state: 'hidden', rows: other }
			]
		});
		expect((await readGiven(bytes, { sheet: 'Costs' })).names).toEqual(['id', 'amount']);
		await expect(readGiven(bytes, { sheet: 'Kosten' })).rejects.toThrow('no sheet “Kosten”; it has “Data”, “Costs”');
	});

	test('all empty or hidden', () =>
		expect(
			readGiven(
				workbook({
					sheets: [
						{ name: 'A', rows: '' },
						{ name: 'B', state: 'hidden', rows: filled }
					]
				})
			)
		).rejects.toThrow('no cells that can be seen'));
});

describe('rows', () => {
	test('keep their numbers; blank ones and missing cells are filled in', async () => {
		const rows =
			'<row r="1"><c r="A1" t="inlineStr"><is><t>Report</t></is></c></row>' +
			'<row r="3"><c r="A3" t="inlineStr"><is><t>id</t></is></c><c r="C3" t="inlineStr"><is><t>note</t></is></c></row>' +
			'<row r="5"><c r="A5"><v>1</v></c></row><row r="6"><c r="A6" s="0"/></row><row r="9"><c r="C9"><v>7</v></c><c r="E9"><v>8</v></c></row>';
		const { profile, names, records } = await readGiven(data(rows));
		expect(names).toEqual(['id', 'column 2', 'note', 'column 4', 'column 5']);
		expect(records).toEqual([
			{ row: 5, fields: ['1', '', '', '', ''], problem: null },
			{ row: 9, fields: ['', '', '7', '', '8'], problem: null }
		]);
		expect(profile.warnings).toEqual([
			'The names of the columns were taken from row 3.',
			'Column 2 has no name; it is called “column 2” here.',
			'Column 4 has no name; it is called “column 4” here.',
			'Column 5 has no name; it is called “column 5” here.'
		]);
	});

	test('and cells without references follow one another; prefixes of names are free', async () => {
		const rows =
			'<x:row><x:c t="inlineStr"><x:is><x:t>id</x:t></x:is></x:c><x:c t="inlineStr"><x:is><x:t>n</x:t></x:is></x:c></x:row><x:row><x:c><x:v>1</x:v></x:c><x:c><x:v>2</x:v></x:c></x:row>';
		expect((await readGiven(data(rows))).records).toEqual([{ row: 2, fields: ['1', '2'], problem: null }]);
	});

	test('beyond 5,000 columns are too wide', () =>
		expect(readGiven(data('<row r="1"><c r="A1"><v>1</v></c><c r="GJI1"><v>1</v></c></row>'))).rejects.toThrow(
			'Cell GJI1 lies beyond the 5000 columns'
		));
});

test('progress reaches the end of the file', async () => {
	const path = await givenFile(data(rowsXml(Array.from({ length: 20_000 }, (_, i) => ['name', i]))));
	const profile = await profileFile(path);
	const seen: number[] = [];
	for await (const { bytes } of readRecords(path, profile)) seen.push(bytes);
	expect(seen).toEqual(seen.toSorted((a, b) => a - b));
	expect(seen.at(-1)).toBe(profile.bytes);
});

test('the quote that our CSV puts before formulas is taken off again when Excel has saved it as a workbook', async () => {
	const bytes = data(rowsXml([['id'], ["'=1+1"]]));
	expect((await readGiven(bytes)).fields).toEqual([['=1+1']]);
	expect((await readGiven(bytes, { guarded: false })).fields).toEqual([["'=1+1"]]);
});
