import { FileProblem } from './problem.ts';

/** By what a file holds, not by what it is called: exports are renamed, and '.xls' is often a web page. */
export type Kind = 'text' | 'zip';

const saveAs = 'save it as .xlsx or CSV and import that';

/** How files that are no table begin, and what to do about them. Bytes as Latin-1 text. */
const refusals: [beginning: string | RegExp, sentence: string][] = [
	['%PDF', `This is a PDF; export the table behind it as CSV or .xlsx.`],
	['\x1f\x8b', 'This file is compressed (gzip); unpack it and import what is inside.'],
	[/^BZh[1-9]1AY/, 'This file is compressed (bzip2); unpack it and import what is inside.'],
	['7z\xbc\xaf', 'This file is an archive (7z); unpack it and import what is inside.'],
	['Rar!\x1a', 'This file is an archive (rar); unpack it and import what is inside.'],
	['(\xb5/\xfd', 'This file is compressed (zstd); unpack it and import what is inside.'],
	['\xfd7zXZ', 'This file is compressed (xz); unpack it and import what is inside.'],
	[
		/^(?:\x89PNG|\xff\xd8\xff|GIF8[79]a|II\*\0|MM\0\*|BM.{4}\0{4}|RIFF.{4}WEBP)/s,
		'This is a picture; export the table behind it as CSV or .xlsx.'
	],
	['PAR1\x15', 'This is a Parquet file; export the table as CSV or .xlsx.'],
	['SQLite format 3', 'This is a database; export the table you need as CSV.'],
	[/^\s*\{\\rtf/, `This is a text document (RTF); put the table in a spreadsheet and ${saveAs}.`],
	[
		/^\s*<\?xml[^>]*>\s*<\?mso-application/,
		`This is an Excel workbook in an old XML format; open it in Excel and ${saveAs}.`
	],
	[
		/^\s*<(?:!doctype html|html|table|head|meta)/i,
		`This is a web page, whatever its name says; open it in Excel and ${saveAs}.`
	],
	[/^\s*<\?xml/, 'This is XML; export the table as CSV or .xlsx.'],
	[/^\s*(?:\{\s*"|\[\s*[{[]|\{\s*\}|\[\s*\])/, 'This is JSON; export the table as CSV or .xlsx.']
];

/** `head`: the first bytes of a file, some thousands of them. Throws for what is neither text nor a zip. */
export function kindOf(head: Buffer): Kind {
	const withoutMark = head.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf])) ? head.subarray(3) : head;
	const beginning = withoutMark.toString('latin1', 0, 1_000);
	if (/^PK(?:\x03\x04|\x05\x06|\x07\x08)/.test(beginning)) return 'zip';
	for (const [start, sentence] of refusals) {
		if (typeof start === 'string' ? beginning.startsWith(start) : start.test(beginning))
			throw new FileProblem(sentence);
	}
	return 'text';
}
