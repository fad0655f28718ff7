import { count, number } from '#ui/format/number.ts';
import type { SectionTold } from '../content/told/told.ts';
import { sans } from './looks.ts';
import { markup } from './markup.ts';
import type { Markup } from './markup.ts';
import { figureRow, heading, note, said, table } from './parts.ts';

/** A picture in the mail; null: it could not be drawn. */
export type Pictured = { cid: string; width: number; height: number } | null;

type Of<Kind> = Extract<SectionTold, { kind: Kind }>;
/** The rows of it that there is room for, and the pictures. */
type Shown = { rows: Markup[]; pictures: ReadonlyMap<string, Pictured> };
type Writing = { [Kind in SectionTold['kind']]: (section: Of<Kind>, shown: Shown) => Markup };

const writing: Writing = {
	figures: ({ title, figures }) => markup`${heading(title)}${rowsIn(figures.map(figureRow))}`,
	chart: ({ title, said: text, doubt, chart }, { rows, pictures }) =>
		markup`${heading(title)}${text.length > 0 && said(text)}${doubt && note(doubt)}${chartHtml(chart, pictures.get(chart.id) ?? null)}${rows}${leftOut(rows.length, chart.marks.length, 'mark')}`,
	words: ({ title, rule, none, comments }, { rows }) =>
		markup`${heading(title, rule)}${none && note(none)}${rowsIn(rows)}${leftOut(rows.length, comments.length)}`,
	claims: ({ title, none, claims, left }, { rows }) =>
		markup`${heading(title)}${claims.length === 0 && note(none)}${rows}${leftOut(rows.length, claims.length)}${left && note(left)}`,
	items: ({ title, rule, none, items }, { rows }) =>
		markup`${heading(title, rule ?? '')}${items.length === 0 && note(none)}${rows}${leftOut(rows.length, items.length)}`,
	notes: ({ title, notes }) => markup`${heading(title)}${notes.map(({ name, text }) => note(`${name}: ${text}`))}`
};

/** A section as HTML. What there is no room for is counted where it is missing. */
export const sectionHtml = (section: SectionTold, shown: Shown): Markup =>
	(writing[section.kind] as (section: SectionTold, shown: Shown) => Markup)(section, shown);

const rowsIn = (rows: Markup[]): Markup | false =>
	rows.length > 0 &&
	markup`<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="width:100%;table-layout:fixed">${rows}</table>`;

const leftOut = (shown: number, all: number, what?: string): Markup | false =>
	all > shown && note(`${what ? count(all - shown, `more ${what}`) : `${number(all - shown)} more`} in the edition.`);

type Chart = Extract<SectionTold, { kind: 'chart' }>['chart'];

/** A chart that could not be drawn is told as the table that it would have shown. */
const chartHtml = ({ alt, what, inFigures, table: data }: Chart, picture: Pictured): Markup =>
	picture
		? markup`<img src="cid:${picture.cid}" width="${picture.width}" height="${picture.height}" alt="${alt}" style="display:block;width:100%;max-width:${picture.width}px;height:auto;border:0;background-color:#ffffff;color:#1b1a18;font:13px/1.5 ${sans}">${note(what)}${note(inFigures)}`
		: markup`${note('The chart could not be drawn. This is what it would have shown:')}${table(data)}`;
