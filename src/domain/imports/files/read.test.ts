import { createWriteStream } from 'node:fs';
import { appendFile } from 'node:fs/promises';
import { once } from 'node:events';
import { describe, expect, test } from 'vitest';
import { allRecords, givenFile, readGiven } from '#tests/factories/file.ts';
import { profileFile } from './profile.server.ts';
import { readRecords } from './read.server.ts';

const read = async (content: string | Uint8Array) => (await readGiven(content)).records;
const fields = async (content: string | Uint8Array) => (await readGiven(content)).fields;

describe('rows count as a spreadsheet shows them', () => {
	test('the header and titles are rows, a comment of three lines is part of one', async () => {
		const records = await read('Answers\n\nid,comment\n1,"a\nb\nc"\n2,d\n');
		expect(records.map(({ row, fields }) => [row, fields[0]])).toEqual([
			[4, '1'],
			[5, '2']
		]);
	});

	test('an empty line is a row without a record', async () => {
		const records = await read('id,score\n1,9\n\n2,8\n\n\n');
		expect(records.map(({ row }) => row)).toEqual([2, 4]);
	});

	test('in a table of one column an empty line is an empty value', async () => {
		expect(await read('comment\n\nfine\n')).toEqual([
			{ row: 2, fields: [''], problem: null },
			{ row: 3, fields: ['fine'], problem: null }
		]);
	});

	test('the line sep=; is none', async () => {
		const records = await read('sep=;\r\nid;amount\r\n1;2,50\r\n');
		expect(records).toEqual([{ row: 2, fields: ['1', '2,50'], problem: null }]);
	});
});

describe('what is wrong with one record is said there, and the others are read', () => {
	test('too many and too few values', async () => {
		expect(await read('id,score,comment\n1,9,good, fast\n2,8,fine\n3,7\n4,6,ok\n')).toEqual([
			{
				row: 2,
				fields: ['1', '9', 'good', ' fast'],
				problem: { column: null, problem: expect.stringContaining('has 4 values and the header 3') }
			},
			{ row: 3, fields: ['2', '8', 'fine'], problem: null },
			{
				row: 4,
				fields: ['3', '7'],
				problem: { column: null, problem: expect.stringContaining('has 2 values and the header 3') }
			},
			{ row: 5, fields: ['4', '6', 'ok'], problem: null }
		]);
	});

	test('bytes that are not UTF-8 in a file that else is', async () => {
		const good = 'id,comment\n1,größer\n2,schöner\n3,schlüssig\n';
		const records = await read(
			Buffer.concat([Buffer.from(good), Buffer.from('4,f\xfcr\n', 'latin1'), Buffer.from('5,wärmer\n')])
		);
		expect(records.map(({ row, problem }) => [row, problem?.column ?? null])).toEqual([
			[2, null],
			[3, null],
			[4, null],
			[5, 2],
			[6, null]
		]);
	});
});

describe('what makes the rest unreadable ends the file', () => {
	test('a quote left open, by the line on which it opened', () =>
		expect(read('id,comment\n1,"good"\n2,"never closed\n3,x\n')).rejects.toThrow(
			'Row 3 (line 3), column 2: the quote that opens on line 3 is never closed'
		));

	test('in a file of 64 MB, without keeping it', async () => {
		const path = await givenFile('id,comment\n1,"never closed\n');
		const stream = createWriteStream(path, { flags: 'a' });
		for (let i = 0; i < 64; i++) if (!stream.write('2,fine,\n'.repeat(131_072))) await once(stream, 'drain');
		stream.end();
		await once(stream, 'close');
		const before = process.memoryUsage().rss;
		await expect(profileFile(path)).rejects.toMatchObject({
			name: 'FileProblem',
			place: { row: 2, line: 2, column: 2 }
		});
		expect(process.memoryUsage().rss - before).toBeLessThan(250_000_000);
	});

	test('a file that changed after it was looked at', async () => {
		const path = await givenFile('id\n1\n');
		const profile = await profileFile(path);
		await appendFile(path, '2\n');
		await expect(allRecords(path, profile)).rejects.toThrow('has changed since it was looked at');
	});
});

describe('every way of writing a table reads the same', () => {
	const table = [
		['1', 'größer, als „gedacht“'],
		['2', 'plain']
	];
	const text = (delimiter: string, lineEnd: string) =>
		[`id${delimiter}comment`, `1${delimiter}"größer, als „gedacht“"`, `2${delimiter}plain`].join(lineEnd) + lineEnd;
	const bigEndian = (text: string) => Buffer.from(text, 'utf16le').swap16();
	const windows = (text: string) => Buffer.from(text.replace('„', '\x84').replace('“', '\x93'), 'latin1');

	test.each<[string, string | Uint8Array]>([
		['UTF-8', text(',', '\n')],
		['UTF-8 with a mark', `\ufeff${text(',', '\n')}`],
		['UTF-16 LE with a mark', Buffer.from(`\ufeff${text('\t', '\r\n')}`, 'utf16le')],
		['UTF-16 LE without', Buffer.from(text('\t', '\r\n'), 'utf16le')],
		['UTF-16 BE with a mark', bigEndian(`\ufeff${text('\t', '\r\n')}`)],
		['UTF-16 BE without', bigEndian(text(';', '\n'))],
		['Windows-1252', windows(text(';', '\r\n'))],
		['semicolons', text(';', '\n')],
		['tabs', text('\t', '\n')],
		['bars', text('|', '\n')],
		['CRLF', text(',', '\r\n')],
		['CR', text(',', '\r')],
		['mixed line ends', `id,comment\r\n1,"größer, als „gedacht“"\r2,plain\n`],
		['sep=', `sep=|\n${text('|', '\n')}`],
		['no last line end', text(',', '\n').trimEnd()]
	])('%s', async (_, content) => expect(await fields(content)).toEqual(table));
});

test('a cell of 10 MB and 5,000 columns are no problem', async () => {
	const [[, comment]] = await fields(`id,comment\n1,"${'long, '.repeat(1_700_000)}"\n`);
	expect(comment).toHaveLength(10_200_000);
	const wide = Array.from({ length: 5_000 }, (_, i) => `c${i}`);
	expect(await fields(`${wide.join(',')}\n${wide.join(',')}\n`)).toEqual([wide]);
});

test('the quote before what looks like a formula is taken off, unless the file is said to have none', async () => {
	const content = "id,comment\n1,'=1+1\n2,'tis\n3,''-\n";
	expect((await readGiven(content)).fields.map(([, comment]) => comment)).toEqual(['=1+1', "'tis", "'-"]);
	expect((await readGiven(content, { guarded: false })).fields.map(([, comment]) => comment)).toEqual([
		"'=1+1",
		"'tis",
		"''-"
	]);
});

test('batches are small and say how much of the file has been read', async () => {
	const path = await givenFile(`id,score\n${'12345,9\n'.repeat(50_000)}`);
	const profile = await profileFile(path);
	const sizes: number[] = [];
	let last = 0;
	for await (const { records, bytes } of readRecords(path, profile)) {
		sizes.push(records.length);
		expect(bytes).toBeGreaterThanOrEqual(last);
		last = bytes;
	}
	// Some 8 kB of text, however long the file: rows that are alive together cost more than reading them.
	expect(Math.max(...sizes)).toBeLessThanOrEqual(1_100);
	expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(50_000);
	expect(last).toBe(profile.bytes);
});

test('reading stops when it is told to', async () => {
	const path = await givenFile(`id,score\n${'12345,9\n'.repeat(100_000)}`);
	const profile = await profileFile(path);
	const stop = new AbortController();
	const reading = async () => {
		for await (const _ of readRecords(path, profile, { signal: stop.signal })) stop.abort();
	};
	await expect(reading()).rejects.toMatchObject({ name: 'AbortError' });
});

test('a sign of two units stays whole wherever the text is cut', async () => {
	// Each line is longer by one letter than the one before, so that cuts fall between the halves of some signs.
	const comments = Array.from({ length: 300 }, (_, i) => `${'x'.repeat(i % 7)}${'🙂'.repeat(90)}`);
	expect(await fields(`comment\n${comments.join('\n')}\n`)).toEqual(comments.map((comment) => [comment]));
});
