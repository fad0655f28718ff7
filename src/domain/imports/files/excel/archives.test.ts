import { describe, expect, test } from 'vitest';
import { readGiven } from '#tests/factories/file.ts';
import { rowsXml, workbook, zip, type WorkbookXml } from '#tests/factories/workbook.ts';

const data = (rows: string, rest: Partial<WorkbookXml> = {}) => workbook({ sheets: [{ name: 'Data', rows }], ...rest });

describe('archives that are no workbook, or worse', () => {
	const refused = (content: Uint8Array, why: string) => expect(readGiven(content)).rejects.toThrow(why);

	test('a zip of other things, a text document, an OpenDocument sheet, a binary workbook', async () => {
		await refused(zip([{ name: 'a.csv', content: 'id\n1\n' }]), 'This is a zip archive, not a workbook');
		await refused(
			zip([{ name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet' }]),
			'OpenDocument spreadsheet (.ods)'
		);
		const binary =
			'<Relationships><Relationship Id="rId1" Type="x/officeDocument" Target="xl/workbook.bin"/></Relationships>';
		await refused(
			zip([
				{ name: '_rels/.rels', content: binary },
				{ name: 'xl/workbook.bin', content: 'x' }
			]),
			'(.xlsb)'
		);
	});

	test('a bomb that says how large it is', () =>
		refused(
			zip([
				{ name: '_rels/.rels', content: '<a/>' },
				{ name: 'xl/worksheets/sheet1.xml', content: 'x', declaredSize: 0xfffffff0 }
			]),
			'unpacks to far more'
		));

	test('a bomb that lies about it', async () => {
		const honest = {
			name: 'xl/worksheets/sheet1.xml',
			content: `<worksheet>${' '.repeat(50_000_000)}</worksheet>`,
			declaredSize: 1_000
		};
		const relations =
			'<Relationships><Relationship Id="r" Type="x/officeDocument" Target="xl/worksheets/sheet1.xml"/></Relationships>';
		const bomb = zip([{ name: '_rels/.rels', content: relations }, honest]);
		const before = process.memoryUsage().rss;
		await refused(bomb, 'damaged or incomplete');
		expect(process.memoryUsage().rss - before).toBeLessThan(100_000_000);
	});

	test('one endless text in a cell', () =>
		refused(
			data(`<row r="1"><c r="A1" t="inlineStr"><is><t>${'x'.repeat(40_000_000)}</t></is></c></row>`),
			'This workbook is damaged'
		));

	test('ten thousand and one files', () =>
		refused(zip(Array.from({ length: 10_001 }, (_, i) => ({ name: `${i}`, content: '' }))), 'unpacks to far more'));

	test('entities that multiply', async () => {
		const laughs =
			'<!DOCTYPE s [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&b;</t></is></c></row></sheetData></worksheet>';
		await refused(
			workbook({
				sheets: [{ name: 'Data', rows: '' }],
				extra: [{ name: 'xl/worksheets/sheet1.xml', content: laughs }]
			}),
			'This workbook is damaged'
		);
	});

	test('a part with a password, a cut-off file, bytes changed on the way, XML that breaks off', async () => {
		const whole = data(rowsXml([['id'], ['1']]));
		await refused(zip([{ name: '_rels/.rels', content: '<a/>', encrypted: true }]), 'protected with a password');
		await refused(whole.subarray(0, whole.length - 40), 'damaged or incomplete');
		const changed = Buffer.from(whole);
		changed.writeUInt32LE(0, changed.indexOf('PK\x01\x02') + 16);
		await refused(changed, 'damaged or incomplete');
		await refused(data('<row r="1"><c r="A1"><v>1</v>'), 'This workbook is damaged');
	});
});
