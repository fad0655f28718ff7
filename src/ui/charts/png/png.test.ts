import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Resvg } from '@resvg/resvg-js';
import { expect, test } from 'vitest';
import { fontFiles } from './fonts.ts';
import { trueTypeOf } from './woff2.ts';

const { resolve } = createRequire(import.meta.url);
const inter = (alphabet: string) =>
	trueTypeOf(readFileSync(resolve(`@fontsource-variable/inter/files/inter-${alphabet}-wght-normal.woff2`)));

const table = (font: Buffer, tag: string) => {
	for (let i = 0; i < font.readUInt16BE(4); i++) {
		const entry = 12 + 16 * i;
		if (font.toString('latin1', entry, entry + 4) !== tag) continue;
		return font.subarray(font.readUInt32BE(entry + 8), font.readUInt32BE(entry + 8) + font.readUInt32BE(entry + 12));
	}
	throw new Error(`no table ${tag}`);
};

test.for(['latin', 'latin-ext', 'greek'])(
	'a font of pages becomes TrueType with every outline in its place: %s',
	(alphabet) => {
		const font = inter(alphabet);
		const [head, maxp, loca, glyf] = ['head', 'maxp', 'loca', 'glyf'].map((tag) => table(font, tag));
		const glyphs = maxp.readUInt16BE(4);
		expect(head.readUInt32BE(12)).toBe(0x5f0f3cf5);
		expect(loca.length).toBe(4 * (glyphs + 1));
		expect(loca.readUInt32BE(4 * glyphs)).toBe(glyf.length);

		// The font's own box holds every glyph's: an outline read wrongly leaves it.
		const [left, bottom, right, top] = [36, 38, 40, 42].map((at) => head.readInt16BE(at));
		const astray = Array.from({ length: glyphs }, (_, glyph) => glyph).filter((glyph) => {
			const at = loca.readUInt32BE(4 * glyph);
			if (at === loca.readUInt32BE(4 * glyph + 4)) return false;
			const [x0, y0, x1, y1] = [2, 4, 6, 8].map((offset) => glyf.readInt16BE(at + offset));
			return x0 < left || y0 < bottom || x1 > right || y1 > top || x0 > x1 || y0 > y1;
		});
		expect(astray).toEqual([]);
	}
);

test('what is no WOFF2 font is refused', () => {
	expect(() => trueTypeOf(Buffer.from('OTTO and more'))).toThrow('not a WOFF2 font');
});

test('pictures are lettered by these files alone, with the widths of Inter', async () => {
	const widthOf = async (text: string, fontFamily: string) =>
		new Resvg(
			`<svg xmlns="http://www.w3.org/2000/svg" width="400" height="40"><text y="30" font-size="32" font-family="${fontFamily}">${text}</text></svg>`,
			{ font: { loadSystemFonts: false, fontFiles: await fontFiles(), defaultFontFamily: 'Inter' } }
		).innerBBox()?.width ?? 0;
	// Inter 4.1 at 32 px: the ink of ten zeros, nine advances of 20.36 px and one outline.
	expect(await widthOf('0000000000', 'Inter')).toBeCloseTo(200, -1);
	expect(await widthOf('0000000000', 'Nobody has this, sans-serif')).toBe(await widthOf('0000000000', 'Inter'));
	expect(await widthOf('€₪Ωя', 'Inter')).toBeGreaterThan(50);
});
