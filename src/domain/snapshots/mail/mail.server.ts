import { chartPng } from '#ui/charts/png/chart-png.ts';
import type { SnapshotContent } from '../content/content.ts';
import { toldOf } from '../content/told/told-of.ts';
import { mailHtml } from './html.ts';
import type { Addressed } from './html.ts';
import { heightOf, picturesOf, shownWidth } from './pictures.server.ts';
import { mailText } from './text.ts';

export type { Addressed } from './html.ts';

/** A mail to one person, but for its headers. Pictures are shown in their place by their `cid`. */
export type Mail = {
	subject: string;
	html: string;
	text: string;
	images: { cid: string; png: Uint8Array; alt: string }[];
};

/** The edition as a mail to somebody. A chart that cannot be drawn is a table: a mail never fails for a picture. */
export async function mailOf(content: SnapshotContent, addressed: Addressed, draw = chartPng): Promise<Mail> {
	const told = toldOf(content);
	const pictures = await picturesOf(content, told, draw);
	const shown = new Map(
		pictures.map(({ chart, png }) => [
			chart.id,
			png && { cid: cidOf(chart.id), width: shownWidth, height: heightOf(chart) }
		])
	);
	return {
		subject: told.subject,
		html: mailHtml(told, addressed, shown),
		text: mailText(told, addressed),
		images: pictures.flatMap(({ chart: { id, alt }, png }) => (png ? [{ cid: cidOf(id), png, alt }] : []))
	};
}

const cidOf = (id: string): string => `${id}@empty-chair`;
