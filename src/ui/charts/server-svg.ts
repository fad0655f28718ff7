import { createHash } from 'node:crypto';
import { init } from './echarts.ts';
import type { ChartOption } from './option.ts';

export type Size = { width: number; height: number };

const kept = new Map<string, string>();
/** Those that are drawn ahead and those of a morning’s readers; a drawing is some 10 kB. */
const mostKept = 1_500;

/** Draws a chart as SVG text. The same option at the same size is drawn once: options are told apart by what can be read. */
export function serverSvg(option: ChartOption, size: Size): string {
	const key = createHash('sha1')
		.update(JSON.stringify([size, option]))
		.digest('base64');
	const known = kept.get(key);
	if (known) {
		kept.delete(key);
		kept.set(key, known);
		return known;
	}
	const svg = portable(drawn(option, size), size);
	kept.set(key, svg);
	if (kept.size > mostKept) kept.delete(kept.keys().next().value!);
	return svg;
}

/** As ECharts draws it; nobody points at it, so that it needs nothing for that. */
export function drawn({ tooltip: _, ...option }: ChartOption, size: Size): string {
	const chart = init(null, null, { renderer: 'svg', ssr: true, ...size });
	try {
		chart.setOption(option);
		return chart.renderToSVGString();
	} finally {
		chart.dispose();
	}
}

/** As wide as its place until the browser draws it anew; without the style sheet, which is only for hovering. */
const portable = (svg: string, { width, height }: Size): string =>
	svg
		.replace(
			`<svg width="${width}" height="${height}"`,
			'<svg width="100%" height="100%" aria-hidden="true" focusable="false"'
		)
		.replace(/<style[\s\S]*?<\/style>/g, '')
		.replace(/ class="zr[^"]*"/g, '');
