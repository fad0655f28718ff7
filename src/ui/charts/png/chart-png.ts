import type { ChartOption } from '../option.ts';
import type { Size } from '../server-svg.ts';
import { fontFiles } from './fonts.ts';

/** White all around, so that nothing touches the dark that a mail may lie on. */
const padding = 8;

/** How high a chart's picture is where it is shown `width` wide. */
export const pictureHeight = (size: Size, width: number): number =>
	Math.round((width * (size.height + 2 * padding)) / (size.width + 2 * padding));

/** A chart as a picture `pixels` wide on opaque white. Takes no colour by its name on a page: `onWhite` is its palette. */
export async function chartPng(option: ChartOption, size: Size, pixels: number): Promise<Uint8Array> {
	const [{ renderAsync }, { drawn }] = await brushes();
	const picture = await renderAsync(padded(drawn(option, size), size), {
		background: '#ffffff',
		fitTo: { mode: 'width', value: pixels },
		font: { loadSystemFonts: false, fontFiles: await fontFiles(), defaultFontFamily: 'Inter' }
	});
	return new Uint8Array(picture.asPng());
}

/** Fetched with the first picture: six hundred files, and most who know how to write a mail never draw. */
const brushes = () => Promise.all([import('@resvg/resvg-js'), import('../server-svg.ts')]);

function padded(svg: string, { width, height }: Size): string {
	const [w, h] = [width + 2 * padding, height + 2 * padding];
	const inner = svg.replace(/<style[\s\S]*?<\/style>/g, '').replace('<svg ', `<svg x="${padding}" y="${padding}" `);
	return `<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${h}" viewBox="0 0 ${w} ${h}">${inner}</svg>`;
}
