import { brotliDecompressSync } from 'node:zlib';
import { glyphTables } from './woff2-glyphs.ts';

/**
 * A WOFF2 font as the TrueType font it was made of (W3C Recommendation WOFF File Format 2.0): what draws our charts
 * reads TrueType, and the npm packages bring WOFF2. Of one font, not of a collection.
 */
export function trueTypeOf(woff2: Buffer): Buffer {
	if (woff2.toString('latin1', 0, 4) !== 'wOF2') throw new TypeError('not a WOFF2 font');
	const flavour = woff2.readUInt32BE(4);
	const { entries, end } = directory(woff2);
	const data = brotliDecompressSync(woff2.subarray(end, end + woff2.readUInt32BE(20)));
	const tables = new Map<string, Buffer>();
	let at = 0;
	for (const { tag, length } of entries) tables.set(tag, data.subarray(at, (at += length)));

	const glyf = entries.find(({ tag }) => tag === 'glyf');
	if (glyf?.transformed) restoreGlyphs(tables);
	if (entries.some(({ tag, transformed }) => tag === 'hmtx' && transformed))
		throw new TypeError('a font with packed metrics is not read');
	return assembled(flavour, tables);
}

type Entry = { tag: string; length: number; transformed: boolean };

const headerLength = 48;
const ownTag = 63;
const tags =
	'cmap head hhea hmtx maxp name OS/2 post cvt_ fpgm glyf loca prep CFF_ VORG EBDT EBLC gasp hdmx kern LTSH PCLT VDMX vhea vmtx BASE GDEF GPOS GSUB EBSC JSTF MATH CBDT CBLC COLR CPAL SVG_ sbix acnt avar bdat bloc bsln cvar fdsc feat fmtx fvar gvar hsty just lcar mort morx opbd prop trak Zapf Silf Glat Gloc Feat Sill'
		.replaceAll('_', ' ')
		.match(/.{4}(?= |$)/g)!;

function directory(woff2: Buffer): { entries: Entry[]; end: number } {
	let at = headerLength;
	const base128 = () => {
		for (let value = 0; ;) {
			const byte = woff2[at++];
			value = value * 128 + (byte & 0x7f);
			if (byte < 0x80) return value;
		}
	};
	const entries = Array.from({ length: woff2.readUInt16BE(12) }, (): Entry => {
		const flags = woff2[at++];
		const known = flags & 0x3f;
		const tag = known === ownTag ? woff2.toString('latin1', at, (at += 4)) : tags[known];
		// Outlines are packed unless their version says 3; anything else is, unless it says 0.
		const transformed = tag === 'glyf' || tag === 'loca' ? flags >> 6 !== 3 : flags >> 6 !== 0;
		const original = base128();
		return { tag, transformed, length: transformed ? base128() : original };
	});
	return { entries, end: at };
}

/** Puts outlines back into their own tables; places are then told in four bytes, which `head` has to say. */
function restoreGlyphs(tables: Map<string, Buffer>): void {
	const { glyf, loca } = glyphTables(tables.get('glyf')!);
	const head = Buffer.from(tables.get('head')!);
	head.writeInt16BE(1, 50);
	tables.set('glyf', glyf).set('loca', loca).set('head', head);
}

/** The tables behind one directory. Checksums stay zero: nothing that draws compares them. */
function assembled(flavour: number, tables: Map<string, Buffer>): Buffer {
	const sorted = [...tables].sort(([a], [b]) => (a < b ? -1 : 1));
	const start = Buffer.alloc(12 + 16 * sorted.length);
	start.writeUInt32BE(flavour, 0);
	start.writeUInt16BE(sorted.length, 4);
	let at = start.length;
	const parts = sorted.map(([tag, table], i) => {
		const entry = 12 + 16 * i;
		start.write(tag, entry, 'latin1');
		start.writeUInt32BE(at, entry + 8);
		start.writeUInt32BE(table.length, entry + 12);
		const padded = Buffer.concat([table, Buffer.alloc(-table.length & 3)]);
		at += padded.length;
		return padded;
	});
	return Buffer.concat([start, ...parts]);
}
