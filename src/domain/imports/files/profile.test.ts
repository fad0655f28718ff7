import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { givenFile } from '#tests/factories/file.ts';
import { profileFile, type Overrides } from './profile.server.ts';

const profile = async (content: string | Uint8Array, overrides?: Overrides) =>
	profileFile(await givenFile(content), overrides);
const layout = async (content: string | Uint8Array, overrides?: Overrides) =>
	(await profile(content, overrides)).layout;
const names = async (content: string | Uint8Array, overrides?: Overrides) =>
	(await profile(content, overrides)).columns.map(({ name }) => name);
const column = async (...values: string[]) =>
	(await profile(`x;y\n${values.map((value) => `${value};a`).join('\n')}\n`, { delimiter: ';' })).columns[0];

describe('what is no table is refused, whatever its name says', () => {
	test.each<[string, string | Uint8Array, string]>([
		['nothing', '', 'This file is empty'],
		['only a mark', '\ufeff', 'This file is empty'],
		['only empty lines', '\n\n\n', 'This file is empty'],
		['a header alone', 'id,score\n', 'a header and no rows below it'],
		['a header without line end', 'id,score', 'a header and no rows below it'],
		['PDF', '%PDF-1.7\n', 'This is a PDF'],
		['gzip', gzipSync('id\n1\n'), 'compressed (gzip)'],
		['PNG', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), 'This is a picture'],
		['JPEG', Buffer.from('\xff\xd8\xff\xe0\0\x10JFIF', 'latin1'), 'This is a picture'],
		['Parquet', 'PAR1\x15\x04', 'Parquet'],
		['SQLite', 'SQLite format 3\0', 'a database'],
		['HTML', '<html><table><tr><td>1</td></tr></table></html>', 'a web page'],
		['XML', '<?xml version="1.0"?><rows/>', 'This is XML'],
		['Excel 2003 XML', '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>', 'an old XML format'],
		['JSON', '[{"id": 1}]', 'This is JSON'],
		['a program', Buffer.from(Array.from({ length: 4_096 }, (_, i) => (i * 7) % 256)), 'not text']
	])('%s', (_, content, why) => expect(profile(content)).rejects.toThrow(why));

	test('Excel before 2007, with a password, or neither', async () => {
		const compound = (...entries: string[]) => {
			const bytes = Buffer.alloc(2_048);
			bytes.write('d0cf11e0a1b11ae1', 'hex');
			bytes.writeUInt16LE(9, 30);
			bytes.writeUInt32LE(1, 48);
			entries.forEach((name, i) => bytes.write(name, 1_024 + i * 128, 'utf16le'));
			return bytes;
		};
		await expect(profile(compound('Root Entry', 'Workbook'))).rejects.toThrow(
			'before Excel 2007 (.xls); save it as .xlsx or CSV'
		);
		await expect(profile(compound('Root Entry', 'EncryptionInfo', 'EncryptedPackage'))).rejects.toThrow(
			'protected with a password'
		);
		await expect(profile(compound('Root Entry', 'WordDocument'))).rejects.toThrow('an old Office document');
	});

	test('but a column may have the name of a format', async () =>
		expect(await names('PAR1,BZh\n1,2\n')).toEqual(['PAR1', 'BZh']));

	test('more than 5,000 columns', () => {
		const wide = Array.from({ length: 5_001 }, (_, i) => `c${i}`).join(',');
		return expect(profile(`${wide}\n${wide}\n`)).rejects.toThrow('5001 columns; no more than 5000');
	});
});

describe('encoding', () => {
	const long = `id;word\n${'1;plain\n'.repeat(40_000)}`;

	test('is judged by the whole file: the first umlaut may come late', async () => {
		expect(await layout(`${long}2;größer\n`)).toMatchObject({ encoding: 'utf-8', damaged: false });
		expect(await layout(Buffer.from(`${long}2;größer\n`, 'latin1'))).toMatchObject({ encoding: 'windows-1252' });
	});

	test('a character across two stretches of reading is one character', async () => {
		for (const shift of [0, 1, 2, 3])
			expect(await layout(`id;word\n${'x'.repeat(65_533 - 8 - shift)};a\n1;😀ü€\n`, { headerRow: 1 })).toMatchObject({
				encoding: 'utf-8',
				damaged: false
			});
	});

	test('one slip does not make Windows-1252 of a file in UTF-8', async () => {
		const slipped = Buffer.concat([
			Buffer.from('id;word\n1;größer\n2;schön\n3;süß\n'),
			Buffer.from('4;f\xfcr\n', 'latin1')
		]);
		const { layout, warnings } = await profile(slipped);
		expect(layout).toMatchObject({ encoding: 'utf-8', damaged: true });
		expect(warnings).toContain('1 of 4 rows hold something that cannot be read; they will be refused.');
	});

	test('can be said instead', async () => {
		const bytes = Buffer.from('id;word\n1;für\n', 'utf8');
		expect(await layout(bytes, { encoding: 'windows-1252' })).toMatchObject({
			encoding: 'windows-1252',
			damaged: false
		});
	});

	test('Windows-1252 is worth a look at the samples', async () =>
		expect((await profile(Buffer.from('id;word\n1;f\xfcr\n', 'latin1'))).warnings).toEqual([
			expect.stringContaining('read as Windows-1252')
		]));
});

describe('delimiter', () => {
	test.each([
		['commas', 'id,score\n1,9\n', ','],
		['semicolons beside decimal commas', 'id;amount;note\n1;2,50;a\n2;3,50;b\n3;4,75;c\n', ';'],
		['commas beside semicolons in comments', 'id,comment\n1,good; fast\n2,bad; slow\n', ','],
		['commas in quoted comments', 'id;comment\n1;"a, b, c"\n2;"d, e, f"\n', ';'],
		['tabs beside commas', 'id\tname\n1\tDoe, Jane\n2\tRoe, Jim\n', '\t'],
		['bars', 'id|score\n1|9\n', '|'],
		['below a title with commas', 'Report, all regions, 2026\nid;score\n1;9\n2;8\n', ';'],
		['none', 'comment\ngood\nbad\n', ','],
		['none, with a comma here and there', 'comment\ngood\n"good, fast"\nbad\n', ',']
	])('%s', async (_, text, delimiter) => expect(await layout(text)).toMatchObject({ delimiter }));

	test('as the line sep= says', async () =>
		expect(await layout('sep=|\nid|a;b\n1|2\n')).toMatchObject({ delimiter: '|', separatorLine: true }));
});

test.each([
	['LF', 'a,b\n1,2\n'],
	['CRLF', 'a,b\r\n1,"2\n3"\r\n'],
	['CR', 'a,b\r1,2\r'],
	['mixed', 'a,b\r\n1,2\n']
])('line ends are %s', async (lineEnds, text) => expect(await layout(text)).toMatchObject({ lineEnds }));

describe('header', () => {
	test('stands below the lines of a title', async () => {
		const { header, columns, warnings } = await profile(
			'Revenue report,,\n"as of, say, today",,\n\nid,month,amount\n1,2026-01,5\n'
		);
		expect(header).toEqual({ firstRow: 4, lastRow: 4 });
		expect(columns.map(({ name }) => name)).toEqual(['id', 'month', 'amount']);
		expect(warnings).toContain('The names of the columns were taken from row 4.');
	});

	test('of a single column has no title', async () =>
		expect((await profile('comment\na\nb\n"c, d"\n')).header).toEqual({ firstRow: 1, lastRow: 1 }));

	test('is where somebody says it is', async () => {
		expect(await names('as of,2026\nid,score\n1,9\n', { headerRow: 2 })).toEqual(['id', 'score']);
		await expect(profile('id,score\n1,9\n', { headerRow: 7 })).rejects.toThrow('Row 7 holds no names of columns');
	});

	test('names are made usable, and each repair is told', async () => {
		const { columns, warnings } = await profile(
			' Score ,Score,,Score,"Two\nlines",column 3,Score (2)\n1,2,3,4,5,6,7\n'
		);
		expect(columns.map(({ name }) => name)).toEqual([
			'Score',
			'Score (3)',
			'column 3',
			'Score (4)',
			'Two lines',
			'column 3 (2)',
			'Score (2)'
		]);
		expect(warnings).toEqual([
			'Column 3 has no name; it is called “column 3” here.',
			'More than one column is named “Score”; column 2 is called “Score (3)” here.',
			'More than one column is named “Score”; column 4 is called “Score (4)” here.',
			'More than one column is named “column 3”; column 6 is called “column 3 (2)” here.'
		]);
	});

	test('a name that occurs twice is numbered', async () =>
		expect(await names('Score,Score\n9,8\n')).toEqual(['Score', 'Score (2)']));

	test('that looks like a record raises a doubt', async () =>
		expect((await profile('1,9,2026-03-05\n2,8,2026-03-06\n')).warnings).toEqual([
			expect.stringContaining('look like values')
		]));

	test('of Qualtrics has three rows', async () => {
		const { header, columns } = await profile(
			'StartDate,ResponseId,Q1\nStart Date,Response ID,"How likely are you, really?"\n"{""ImportId"":""startDate""}","{""ImportId"":""_recordId""}","{""ImportId"":""QID1""}"\n2026-03-05 10:00:00,R_1,9\n'
		);
		expect(header).toEqual({ firstRow: 1, lastRow: 3 });
		expect(columns.map(({ name, question }) => [name, question])).toEqual([
			['StartDate', 'Start Date'],
			['ResponseId', 'Response ID'],
			['Q1', 'How likely are you, really?']
		]);
	});

	test('of Qualtrics before 2017 names its own columns in the second row', async () =>
		expect(await names('V1,V2,Q1\nResponseID,ResponseSet,How likely?\nR_1,Default,9\n')).toEqual([
			'ResponseID',
			'ResponseSet',
			'Q1'
		]));

	test('of SurveyMonkey has its answer options in the second row', async () => {
		const { header, columns } = await profile(
			'Respondent ID,Collector ID,How likely are you?,What do you use?,,Why?\n,,Response,Reports,Alerts,Open-Ended Response\n1,2,9,Reports,,Fast\n'
		);
		expect(header).toEqual({ firstRow: 1, lastRow: 2 });
		expect(columns.map(({ name }) => name)).toEqual([
			'Respondent ID',
			'Collector ID',
			'How likely are you?',
			'What do you use? – Reports',
			'What do you use? – Alerts',
			'Why?'
		]);
		expect(columns[4].question).toBe('What do you use?');
	});
});

describe('what a column holds', () => {
	test('samples, and what its values look like', async () => {
		expect(await column('1', '2', '2', '2.5', '', '2026-03-05', '2026-03-05T10:00', 'many')).toMatchObject({
			samples: ['1', '2', '2.5', '2026-03-05', '2026-03-05T10:00'],
			looks: { whole: 3, decimal: 1, day: 1, moment: 1, text: 1 },
			filled: 7
		});
	});

	test.each<[string, string[]]>([
		['day-first', ['03/04/2025', '25/04/2025']],
		['month-first', ['03/04/2025', '04/25/2025 10:00']],
		['year-first', ['2025-04-03', '2025/4/3']],
		['unknown', ['03/04/2025', '05/06/2025']],
		['unknown', ['2025-04-03', '05/06/2025']],
		['day-first', ['2025-04-03', '25.12.2025']],
		['unknown', ['25/12/2025', '12/25/2025']],
		['day-first', [...Array<string>(5_000).fill('03/04/2025'), '25/04/2025']]
	])('days are %s', async (dateOrder, values) => expect(await column(...values)).toMatchObject({ dateOrder }));

	test('named months and no days at all leave the order open to no question', async () => {
		expect(await column('3 Mar 2026', '4 Apr 2026')).toMatchObject({ dateOrder: null, looks: { day: 2 } });
		expect(await column('a', 'b')).toMatchObject({ dateOrder: null, decimal: null });
	});

	test.each<[string | null, string[]]>([
		['point', ['12.5', '1,234']],
		['comma', ['12,5', '1.234']],
		['point', ['1,234.56']],
		['comma', ['1.234,56']],
		['point', ['1,234,567']],
		['comma', ['0,125']],
		['comma', ['12345,678']],
		['unknown', ['1,234', '5,678']],
		['unknown', ['12.5', '12,5']],
		['comma', ['€ 12,50', '1.234 EUR']],
		['comma', [...Array<string>(5_000).fill('1,234'), '12,5']],
		['unknown', [...Array<string>(5_000).fill('950'), '1,234']],
		[null, ['12', '1 234']],
		[null, ['192.0.2.1']]
	])('the decimal mark is %s', async (decimal, values) => expect(await column(...values)).toMatchObject({ decimal }));

	test('a date or a number in some comment says nothing of the column', async () =>
		expect(await column(...Array<string>(40).fill('words'), '03/04/2025', '1,234')).toMatchObject({
			dateOrder: null,
			decimal: null
		}));
});

describe('warnings', () => {
	test('ids that Excel has damaged, leading zeros, marks that contradict one another', async () => {
		const { warnings } = await profile(
			'id;zip;amount;day\n1.23E+11;00123;1,5;25/12/2025\n12345;01067;1.5;12/25/2025\n'
		);
		expect(warnings).toEqual([
			expect.stringContaining('“id” has values such as 1.23E+11: Excel has dropped the digits'),
			'“zip” has values such as 00123; their leading zeros are kept.',
			'“amount” has decimal points and decimal commas; say which mark is right.',
			'“day” has days in two orders; say which one is right.'
		]);
	});

	test('rows that do not fit the header', async () =>
		expect((await profile('a,b\n1,2\n1,2,3\n')).warnings).toEqual([
			'1 of 2 rows do not have 2 values, as the header does; they will be refused.'
		]));
});
