import { crc32, deflateRawSync } from 'node:zlib';

type Part = { name: string; content: string | Uint8Array; declaredSize?: number; encrypted?: boolean };

/** A zip archive, byte by byte (APPNOTE.TXT 4.3), so that it can also lie about what is inside. */
export function zip(parts: Part[]): Buffer {
	const locals: Buffer[] = [];
	const directory: Buffer[] = [];
	let offset = 0;
	for (const { name, content, declaredSize, encrypted } of parts) {
		const bytes = Buffer.from(content);
		const packed = deflateRawSync(bytes);
		const common = Buffer.alloc(26);
		common.writeUInt16LE(20, 0);
		common.writeUInt16LE(encrypted ? 1 : 0, 2);
		common.writeUInt16LE(8, 4);
		common.writeUInt32LE(crc32(bytes), 10);
		common.writeUInt32LE(packed.length, 14);
		common.writeUInt32LE(declaredSize ?? bytes.length, 18);
		common.writeUInt16LE(Buffer.byteLength(name), 22);
		const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, Buffer.from(name), packed]);
		const rest = Buffer.alloc(14);
		rest.writeUInt32LE(offset, 10);
		directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\0', 'latin1'), common, rest, Buffer.from(name)]));
		locals.push(local);
		offset += local.length;
	}
	const listed = Buffer.concat(directory);
	const end = Buffer.alloc(22);
	end.write('PK\x05\x06', 'latin1');
	end.writeUInt16LE(parts.length, 8);
	end.writeUInt16LE(parts.length, 10);
	end.writeUInt32LE(listed.length, 12);
	end.writeUInt32LE(offset, 16);
	return Buffer.concat([...locals, listed, end]);
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const related = (parts: [type: string, target: string][]): string =>
	`${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
	parts
		.map(([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${relations}/${type}" Target="${target}"/>`)
		.join('') +
	'</Relationships>';

export type SheetXml = { name: string; state?: string; rows: string };
export type WorkbookXml = {
	sheets: SheetXml[];
	/** The inside of each <si>. */
	sharedStrings?: string[];
	/** A cell's style 1, 2 … is the first, second … of these; 0 is General. */
	formats?: string[];
	date1904?: boolean;
	extra?: Part[];
};

/** A workbook as Excel writes one: texts and styles behind the sheets. */
export function workbook({
	sheets,
	sharedStrings = [],
	formats = [],
	date1904 = false,
	extra = []
}: WorkbookXml): Buffer {
	const listed = sheets.map(
		({ name, state }, i) =>
			`<sheet name="${name}" sheetId="${i + 1}"${state ? ` state="${state}"` : ''} r:id="rId${i + 1}"/>`
	);
	const numFmts = formats.map(
		(format, i) => `<numFmt numFmtId="${164 + i}" formatCode="${format.replaceAll('"', '&quot;')}"/>`
	);
	const xfs = ['<xf numFmtId="0"/>', ...formats.map((_, i) => `<xf numFmtId="${164 + i}"/>`)];
	const targets = sheets.map((_, i): [string, string] => ['worksheet', `worksheets/sheet${i + 1}.xml`]);
	return zip([
		{ name: '_rels/.rels', content: related([['officeDocument', 'xl/workbook.xml']]) },
		{
			name: 'xl/workbook.xml',
			content: `${head}<workbook xmlns="${main}" xmlns:r="${relations}"><workbookPr${date1904 ? ' date1904="1"' : ''}/><sheets>${listed.join('')}</sheets></workbook>`
		},
		{
			name: 'xl/_rels/workbook.xml.rels',
			content: related([...targets, ['styles', 'styles.xml'], ['sharedStrings', '/xl/sharedStrings.xml']])
		},
		...sheets.map(({ rows }, i) => ({
			name: `xl/worksheets/sheet${i + 1}.xml`,
			content: `${head}<worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`
		})),
		{
			name: 'xl/styles.xml',
			content: `${head}<styleSheet xmlns="${main}"><numFmts>${numFmts.join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${xfs.join('')}</cellXfs></styleSheet>`
		},
		{
			name: 'xl/sharedStrings.xml',
			content: `${head}<sst xmlns="${main}">${sharedStrings.map((inside) => `<si>${inside}</si>`).join('')}</sst>`
		},
		...extra
	]);
}

/** Rows of inline texts and numbers from A1 on; null leaves a cell out. */
export const rowsXml = (rows: (string | number | null)[][]): string =>
	rows
		.map(
			(cells, i) =>
				`<row r="${i + 1}">${cells.map((cell, column) => cellXml(cell, `${String.fromCharCode(65 + column)}${i + 1}`)).join('')}</row>`
		)
		.join('');

const cellXml = (cell: string | number | null, at: string): string => {
	if (cell === null) return '';
	return typeof cell === 'number'
		? `<c r="${at}"><v>${cell}</v></c>`
		: `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${cell}</t></is></c>`;
};
