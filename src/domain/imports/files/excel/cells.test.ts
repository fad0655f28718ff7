import { describe, expect, test } from 'vitest';
import { readGiven } from '#tests/factories/file.ts';
import { rowsXml, workbook, type WorkbookXml } from '#tests/factories/workbook.ts';

const data = (rows: string, rest: Partial<WorkbookXml> = {}) => workbook({ sheets: [{ name: 'Data', rows }], ...rest });

/** The text that each of some cells comes to, or its problem. */
async function cells(xml: string[], rest: Partial<WorkbookXml> = {}): Promise<string[]> {
	const rows = xml.map(
		(cell, i) =>
			`<row r="${i + 2}"><c r="A${i + 2}" t="inlineStr"><is><t>x</t></is></c>${cell.replace('<c', `<c r="B${i + 2}"`)}</row>`
	);
	const { records } = await readGiven(data(`${rowsXml([['key', 'value']])}${rows.join('')}`, rest));
	return records.map(({ fields, problem }) => problem?.problem ?? fields[1]);
}

describe('cells', () => {
	test('texts: shared, inline, rich, from formulas, with escapes; phonetics are not part of them', async () => {
		const sharedStrings = [
			'<t>shared</t>',
			'<r><t>rich </t></r><r><rPr><b/></rPr><t>text</t></r>',
			'<t>課きく</t><rPh sb="0" eb="1"><t>カ</t></rPh>',
			'<t xml:space="preserve"> two_x000D_\nlines, _x005F_x000D_ &amp; &lt;more&gt; </t>',
			'<t/>'
		];
		const xml = [0, 1, 2, 3, 4].map((i) => `<c t="s"><v>${i}</v></c>`);
		expect(
			await cells(
				[
					...xml,
					'<c t="inlineStr"><is><r><t>in</t></r><r><t>line</t></r></is></c>',
					'<c t="str"><f>A1&amp;"b"</f><v>xb</v></c>'
				],
				{ sharedStrings }
			)
		).toEqual(['shared', 'rich text', '課きく', ' two\r\nlines, _x000D_ & <more> ', '', 'inline', 'xb']);
	});

	test('numbers without the noise of binary fractions, ids digit for digit', async () => {
		const numbers = [
			'12',
			'-3.5',
			'0.30000000000000004',
			'0.1',
			'1234.5600000000001',
			'123456789012',
			'1.23E+11',
			'1E-7',
			'1.5E+21',
			'12345678901234567',
			'0'
		];
		expect(await cells(numbers.map((number) => `<c><v>${number}</v></c>`))).toEqual([
			'12',
			'-3.5',
			'0.3',
			'0.1',
			'1234.56',
			'123456789012',
			'123000000000',
			'0.0000001',
			'1500000000000000000000',
			'12345678901234567',
			'0'
		]);
	});

	test('truths, and the results of formulas', async () =>
		expect(
			await cells([
				'<c t="b"><v>1</v></c>',
				'<c t="b"><v>0</v></c>',
				'<c><f>1+1</f><v>2</v></c>',
				'<c/>',
				'<c><v></v></c>'
			])
		).toEqual(['TRUE', 'FALSE', '2', '', '']));

	test('errors and formulas that were never calculated are named with their cell', async () => {
		expect(
			await cells([
				'<c t="e"><v>#REF!</v></c>',
				'<c><f>SUM(A1:A9)</f></c>',
				'<c t="s"><v>99</v></c>',
				'<c><v>12,5</v></c>'
			])
		).toEqual([
			'Cell B2 holds the error #REF!; correct the formula or take it out.',
			expect.stringContaining('Cell B3 holds a formula without a result'),
			expect.stringContaining('Cell B4 points to a text that the workbook does not have'),
			expect.stringContaining('Cell B5 holds “12,5” as a number, which it is not')
		]);
	});

	test('characters that no text may hold', async () =>
		expect(
			await cells([
				'<c t="inlineStr"><is><t>a_x0000_b</t></is></c>',
				'<c t="inlineStr"><is><t>a_xD800_b</t></is></c>',
				'<c t="inlineStr"><is><t>_xD83D__xDE00_</t></is></c>'
			])
		).toEqual([
			expect.stringContaining('Cell B2 holds a NUL'),
			expect.stringContaining('Cell B3 holds half a character'),
			'😀'
		]));
});

describe('dates', () => {
	const formats = [
		'yyyy-mm-dd',
		'dd/mm/yyyy hh:mm',
		'h:mm:ss',
		'[h]:mm',
		'[$-409]d mmm yyyy;@',
		'0.00 "days"',
		'[Red]0.00',
		'#,##0.00\\ d',
		'mmmm',
		'General',
		'hh:mm:ss.000'
	];
	const dated = (values: [style: number, value: string][], date1904 = false) =>
		cells(
			values.map(([style, value]) => `<c s="${style}"><v>${value}</v></c>`),
			{ formats, date1904 }
		);

	test('are days and moments without zone, by the format of their cell', async () =>
		expect(
			await dated([
				[1, '46086'],
				[2, '46086.75'],
				[2, '46086'],
				[1, '46086.5'],
				[2, '46086.604166666664'],
				[5, '46086'],
				[9, '46086']
			])
		).toEqual([
			'2026-03-05',
			'2026-03-05T18:00:00',
			'2026-03-05T00:00:00',
			'2026-03-05T12:00:00',
			'2026-03-05T14:30:00',
			'2026-03-05',
			'2026-03-05'
		]));

	test('times and durations are no dates', async () =>
		expect(
			await dated([
				[3, '0.75'],
				[4, '1.5'],
				[3, '0'],
				[11, '0.25']
			])
		).toEqual(['18:00:00', '36:00:00', '00:00:00', '06:00:00']));

	test('a number with a word beside it stays a number', async () =>
		expect(
			await dated([
				[6, '46086'],
				[7, '46086'],
				[8, '46086'],
				[10, '46086'],
				[0, '46086']
			])
		).toEqual(['46086', '46086', '46086', '46086', '46086']));

	test('count from 1900, with the leap day that never was, or from 1904', async () => {
		expect(
			await dated([
				[1, '1'],
				[1, '59'],
				[1, '61'],
				[1, '2958465']
			])
		).toEqual(['1900-01-01', '1900-02-28', '1900-03-01', '9999-12-31']);
		expect(
			await dated(
				[
					[1, '0'],
					[1, '44624']
				],
				true
			)
		).toEqual(['1904-01-01', '2026-03-05']);
	});

	test('that Excel cannot show are refused', async () =>
		expect(
			await dated([
				[1, '60'],
				[1, '0'],
				[1, '-1'],
				[1, '2958466']
			])
		).toEqual(Array(4).fill(expect.stringMatching(/^Cell B\d holds “.+” as a date, which Excel shows none for/))));

	test('written as ISO text, as other programs do', async () =>
		expect(await cells(['<c t="d"><v>2026-03-05T00:00:00</v></c>', '<c t="d"><v>2026-03-05T14:30:00</v></c>'])).toEqual(
			['2026-03-05', '2026-03-05T14:30:00']
		));
});
