import { onWhite } from '#ui/charts/palette.ts';
import { chartPng, pictureHeight } from '#ui/charts/png/chart-png.ts';
import type { SnapshotContent } from '../content/content.ts';
import type { ChartTold, Told } from '../content/told/told.ts';

/** A chart and its picture; null: it could not be drawn. */
export type Picture = { chart: ChartTold; png: Uint8Array | null };

export type Draw = typeof chartPng;

/** Pictures are drawn twice as fine as they are shown. */
export const shownWidth = 600;
const fineness = 2;

export const heightOf = ({ size }: ChartTold): number => pictureHeight(size, shownWidth);

const kept = new Map<string, Promise<Uint8Array>>();
const mostKept = 40;

/** The pictures of an edition, drawn once for all whom it goes to. */
export function picturesOf(content: SnapshotContent, told: Told, draw: Draw): Promise<Picture[]> {
	const charts = told.sections.flatMap((section) => (section.kind === 'chart' ? [section.chart] : []));
	const drawnFrom = JSON.stringify([content.organisation.currency, content.money, content.trend]);
	return Promise.all(
		charts.map(async (chart) => {
			try {
				return { chart, png: await pictureOf(chart, draw, drawnFrom) };
			} catch {
				return { chart, png: null };
			}
		})
	);
}

function pictureOf({ id, option, size }: ChartTold, draw: Draw, drawnFrom: string): Promise<Uint8Array> {
	const key = `${id} ${drawnFrom}`;
	let png = draw === chartPng ? kept.get(key) : undefined;
	if (png) return png;
	png = draw(option(onWhite), size, shownWidth * fineness);
	if (draw !== chartPng) return png;
	kept.set(key, png);
	png.catch(() => kept.delete(key));
	if (kept.size > mostKept) kept.delete(kept.keys().next().value!);
	return png;
}
