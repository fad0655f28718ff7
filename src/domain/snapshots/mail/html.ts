import type { SectionTold, Told } from '../content/told/told.ts';
import { colours, sans, serif, styleBlock } from './looks.ts';
import { Markup, markup } from './markup.ts';
import { claim, comment, heading, mark, note, paragraph } from './parts.ts';
import { sectionHtml } from './sections.ts';
import type { Pictured } from './sections.ts';

/** Gmail clips at some 102 kB, and earlier with many special characters. */
export const mostBytes = 80_000;

/** Whom this mail is for, and where its links lead. Without `unsubscribeUrl` there is nothing to stop: a test. */
export type Addressed = { to: string; editionUrl: string; unsubscribeUrl: string | null; origin: string };

/** More of a kind is read on a page. */
const mostOf = 12;

/**
 * The mail as HTML, always below `mostBytes`: of marks, insights, promises and decisions as many as their share of the
 * room holds, of comments as many as there is room for then, the first ones first, and how many more the edition has.
 * Everything else is bounded by itself.
 */
export function mailHtml(told: Told, addressed: Addressed, pictures: ReadonlyMap<string, Pictured>): string {
	const page = (rows: RowsOf) => whole(told, addressed, pictures, rows).html;
	const room = mostBytes - bytesOf(page(new Map())) - spare * told.sections.length;
	const rows: RowsOf = new Map();
	let left = room;
	// Comments come last: they take what the others leave.
	for (const section of told.sections.toSorted((a, b) => Number(a.kind === 'words') - Number(b.kind === 'words'))) {
		const fit = asManyAsFit(rowsOf(section), section.kind === 'words' ? left : room * shareOf[section.kind]);
		rows.set(section, fit.rows);
		left -= fit.bytes;
	}
	return page(rows);
}

/** The rows of each section that are shown. */
type RowsOf = Map<SectionTold, Markup[]>;

/** How much of the room a section may take: altogether little more than half, so that customers have their say. */
const shareOf: Record<Exclude<SectionTold['kind'], 'words'>, number> = {
	...{ chart: 0.08, claims: 0.16, items: 0.12 },
	...{ figures: 0, notes: 0 }
};

function* rowsOf(section: SectionTold): Generator<Markup> {
	if (section.kind === 'words') for (const one of section.comments) yield comment(one);
	if (section.kind === 'chart') for (const one of section.chart.marks.slice(0, mostOf)) yield mark(one);
	if (section.kind === 'claims') for (const one of section.claims.slice(0, mostOf)) yield claim(one);
	if (section.kind === 'items') for (const one of section.items.slice(0, mostOf)) yield paragraph(one);
}

function asManyAsFit(all: Iterable<Markup>, room: number): { rows: Markup[]; bytes: number } {
	const rows: Markup[] = [];
	let bytes = 0;
	for (const row of all) {
		const size = bytesOf(row.html);
		if (bytes + size > room) break;
		bytes += size;
		rows.push(row);
	}
	return { rows, bytes };
}

/** For the line that says how many more there are of a section, and what stands around its rows. */
const spare = 300;
const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

function whole(told: Told, addressed: Addressed, pictures: ReadonlyMap<string, Pictured>, rows: RowsOf): Markup {
	const { to, editionUrl, unsubscribeUrl, origin } = addressed;
	const small = `font:13px/1.5 ${sans};color:${colours.muted}`;
	const stop =
		unsubscribeUrl !== null &&
		((text: string) => markup`<a class="m" href="${unsubscribeUrl}" style="color:${colours.muted}">${text}</a>`);
	const body = told.sections.map((section) => sectionHtml(section, { rows: rows.get(section) ?? [], pictures }));
	return markup`<!doctype html>
<html lang="en" xmlns="http://www.w3.org/1999/xhtml" xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark"><meta name="x-apple-disable-message-reformatting"><title>${told.subject}</title>${forOutlook('<xml><o:OfficeDocumentSettings><o:PixelsPerInch>96</o:PixelsPerInch></o:OfficeDocumentSettings></xml>')}
<style>${new Markup(styleBlock)}</style></head>
<body class="p" style="margin:0;padding:0;background-color:#ffffff">
<table role="presentation" class="p" width="100%" cellpadding="0" cellspacing="0" border="0" bgcolor="#ffffff" style="background-color:#ffffff"><tr><td align="center" style="padding:24px 16px">
${forOutlook('<table role="presentation" width="600" cellpadding="0" cellspacing="0" border="0"><tr><td>')}<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:600px;table-layout:fixed"><tr><td class="i r" style="border-top:3px solid ${colours.ink};padding:20px 0;text-align:left;font:15px/1.5 ${sans};color:${colours.ink}">
<p class="m" style="margin:0 0 8px;${small}">${told.of} · <a class="m" href="${editionUrl}" style="color:${colours.muted}">open this edition</a>${stop && markup` · ${stop('unsubscribe')}`}</p>
<h1 class="i" style="margin:0 0 8px;font:600 26px/1.25 ${serif};color:${colours.ink};word-break:break-word">${told.headline}</h1>
${told.by && note(`Headline by ${told.by}`)}
${heading('What changed')}${told.changed.map(paragraph)}
${body}
<p class="m" style="margin:32px 0 0;${small}">${told.made}</p>
<p class="m" style="margin:8px 0 0;${small}">Sent to ${to} by <a class="m" href="${origin}" style="color:${colours.muted}">Empty Chair</a>. <a class="m" href="${editionUrl}" style="color:${colours.muted}">Open this edition</a>${stop && markup` · ${stop('Unsubscribe')}`}</p>
</td></tr></table>${forOutlook('</td></tr></table>')}
</td></tr></table></body></html>`;
}

const forOutlook = (html: string): Markup => new Markup(`<!--[if mso]>${html}<![endif]-->`);
