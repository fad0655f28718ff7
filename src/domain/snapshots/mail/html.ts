import { number } from '#ui/format/number.ts';
import type { SectionTold, Told } from '../content/told/told.ts';
import { colours, sans } from './looks.ts';
import { markup } from './markup.ts';
import type { Markup } from './markup.ts';
import { comment, figureRow, heading, note, paragraph, said, table } from './parts.ts';
import { headline, sheet, small } from './sheet.ts';

/** Gmail clips at some 102 kB, and earlier with many special characters. */
export const mostBytes = 80_000;

/** A picture in the mail; null: it could not be drawn. */
export type Pictured = { cid: string; width: number; height: number } | null;

/** Whom this mail is for, and where its links lead. Without `unsubscribeUrl` there is nothing to stop: a test. */
export type Addressed = { to: string; editionUrl: string; unsubscribeUrl: string | null; origin: string };

/** More decisions are not told; the mail says so. */
const mostItems = 12;

/**
 * The mail as HTML, always below `mostBytes`: as many comments as there is room for, the first ones first, and how many
 * more the edition has. Everything else is bounded by itself.
 */
export function mailHtml(told: Told, addressed: Addressed, pictures: ReadonlyMap<string, Pictured>): string {
	const comments = told.sections.flatMap((section) => (section.kind === 'words' ? section.comments : []));
	const page = (rows: Markup[]) => whole(told, addressed, pictures, rows).html;
	let room = mostBytes - bytesOf(page([])) - spare;
	const rows: Markup[] = [];
	for (const one of comments) {
		const row = comment(one);
		room -= bytesOf(row.html);
		if (room < 0) break;
		rows.push(row);
	}
	return page(rows);
}

/** For the line that says how many more there are. */
const spare = 300;
const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

function whole(told: Told, addressed: Addressed, pictures: ReadonlyMap<string, Pictured>, rows: Markup[]): Markup {
	const { to, editionUrl, unsubscribeUrl, origin } = addressed;
	const stop =
		unsubscribeUrl !== null &&
		((text: string) => markup`<a class="m" href="${unsubscribeUrl}" style="color:${colours.muted}">${text}</a>`);
	const body = told.sections.map((section) => sectionHtml(section, pictures, rows));
	return sheet(
		told.subject,
		markup`<p class="m" style="margin:0 0 8px;${small}">${told.of} · <a class="m" href="${editionUrl}" style="color:${colours.muted}">open this edition</a>${stop && markup` · ${stop('unsubscribe')}`}</p>
${headline(told.headline)}
${told.by && note(`Headline by ${told.by}`)}
${heading('What changed')}${told.changed.map(paragraph)}
${body}
<p class="m" style="margin:32px 0 0;${small}">${told.made}</p>
<p class="m" style="margin:8px 0 0;${small}">Sent to ${to} by <a class="m" href="${origin}" style="color:${colours.muted}">Empty Chair</a>. <a class="m" href="${editionUrl}" style="color:${colours.muted}">Open this edition</a>${stop && markup` · ${stop('Unsubscribe')}`}</p>`
	);
}

function sectionHtml(section: SectionTold, pictures: ReadonlyMap<string, Pictured>, rows: Markup[]): Markup {
	switch (section.kind) {
		case 'figures':
			return markup`${heading(section.title)}${rowsIn(section.figures.map(figureRow))}`;
		case 'chart':
			return markup`${heading(section.title)}${section.said.length > 0 && said(section.said)}${section.doubt && note(section.doubt)}${chartHtml(section.chart, pictures.get(section.chart.id) ?? null)}`;
		case 'words':
			return markup`${heading(section.title, section.rule)}${section.none && note(section.none)}${rowsIn(rows)}${leftOut(rows.length, section.comments.length)}`;
		case 'items':
			return markup`${heading(section.title)}${section.items.length === 0 && note(section.none)}${section.items.slice(0, mostItems).map(paragraph)}${leftOut(mostItems, section.items.length)}`;
		case 'notes':
			return markup`${heading(section.title)}${section.notes.map(({ name, text }) => note(`${name}: ${text}`))}`;
	}
}

const rowsIn = (rows: Markup[]): Markup | false =>
	rows.length > 0 &&
	markup`<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="width:100%;table-layout:fixed">${rows}</table>`;

const leftOut = (shown: number, all: number): Markup | false =>
	all > shown && note(`${number(all - shown)} more in the edition.`);

type Chart = Extract<SectionTold, { kind: 'chart' }>['chart'];

/** A chart that could not be drawn is told as the table that it would have shown. */
const chartHtml = ({ alt, what, inFigures, table: data }: Chart, picture: Pictured): Markup =>
	picture
		? markup`<img src="cid:${picture.cid}" width="${picture.width}" height="${picture.height}" alt="${alt}" style="display:block;width:100%;max-width:${picture.width}px;height:auto;border:0;background-color:#ffffff;color:#1b1a18;font:13px/1.5 ${sans}">${note(what)}${note(inFigures)}`
		: markup`${note('The chart could not be drawn. This is what it would have shown:')}${table(data)}`;
