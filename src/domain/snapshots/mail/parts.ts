import type { ClaimTold, CommentTold, FigureTold, MarkTold, Piece, TableTold } from '../content/told/told.ts';
import { cut, leftText } from './cut.ts';
import { chip, colours, pieceLook, sans, serif } from './looks.ts';
import { lines, markup } from './markup.ts';
import type { Markup } from './markup.ts';

const small = `font:13px/1.5 ${sans};color:${colours.muted}`;
/** Long words and names break rather than widen the mail; where a program cannot, the table around holds its width. */
const breaks = 'word-break:break-word;overflow-wrap:anywhere';

/** A comment takes no more of a mail than this; all of it is in the edition. */
const longestWords = 1_500;
const longestTitle = 300;
const longestName = 120;
/** Of what was decided, or of a headline: longer ones are told whole by the edition. */
const longestPiece = 600;

export const pieces = (all: readonly Piece[]): Markup[] =>
	all.map(({ text, is }) => {
		const { text: beginning, left } = cut(text, longestPiece);
		const shown = beginning + leftText(left);
		return is
			? markup`<span class="${pieceLook[is].name}" style="${pieceLook[is].style}">${shown}</span>`
			: markup`${shown}`;
	});

export const paragraph = (all: readonly Piece[]): Markup =>
	markup`<p class="i" style="margin:0 0 4px;font:15px/1.5 ${sans};color:${colours.ink};${breaks}">${pieces(all)}</p>`;

export const note = (text: string): Markup => markup`<p class="m" style="margin:4px 0;${small};${breaks}">${text}</p>`;

export const heading = (title: string, aside = ''): Markup =>
	markup`<h2 class="i" style="margin:32px 0 8px;font:600 15px/1.4 ${sans};color:${colours.ink}">${title}${aside && markup` <span class="m" style="font-weight:400;color:${colours.muted}">${aside}</span>`}</h2>`;

/** A sentence in the serif of headlines. */
export const said = (all: readonly Piece[]): Markup =>
	markup`<p class="i" style="margin:0 0 4px;font:18px/1.4 ${serif};color:${colours.ink};${breaks}">${pieces(all)}</p>`;

export const figureRow = ({ name, value, margin, evidence, movement, tone }: FigureTold): Markup => {
	const cell = (padding: string) => `padding:${padding};border-bottom:1px solid ${colours.rule};vertical-align:top`;
	const look = tone === 'quiet' ? pieceLook.quiet : pieceLook[tone];
	const aside = margin && markup` <span class="m" style="font-weight:400;color:${colours.muted}">${margin}</span>`;
	return markup`<tr><td class="i r f" width="42%" style="${cell('10px 8px 10px 0')};font:15px/1.4 ${sans};color:${colours.ink}">${name}<br><span class="m" style="${small}">${evidence}</span></td><td class="i r f" width="22%" align="right" style="${cell('10px 8px 10px 0')};text-align:right;font:600 15px/1.4 ${sans};color:${colours.ink}">${value}${aside}</td><td class="r s" width="36%" align="right" style="${cell('10px 0')};text-align:right;font:13px/1.5 ${sans}"><span class="${look.name}" style="${look.style}">${movement ?? ''}</span></td></tr>`;
};

export const table = ({ caption, columns, rows }: TableTold): Markup =>
	markup`<table width="100%" cellpadding="0" cellspacing="0" border="0" style="border-collapse:collapse;width:100%"><caption class="m" style="text-align:left;${small}">${caption}</caption><tr>${columns.map(
		({ name, number }) =>
			markup`<th class="m r" align="${number ? 'right' : 'left'}" style="padding:4px 6px 4px 0;border-bottom:1px solid ${colours.rule};${small};font-weight:400">${name}</th>`
	)}</tr>${rows.map(
		(cells) =>
			markup`<tr>${cells.map(
				(cell, i) =>
					markup`<td class="i r" align="${columns[i].number ? 'right' : 'left'}" style="padding:4px 6px 4px 0;border-bottom:1px solid ${colours.rule};font:13px/1.4 ${sans};color:${colours.ink}">${cell}</td>`
			)}</tr>`
	)}</table>`;

/** A mark's words, by the number that its flag has in the picture. */
export const mark = ({ number, text, who, beside }: MarkTold): Markup =>
	markup`<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="width:100%;table-layout:fixed;margin:4px 0"><tr><td style="padding:4px 10px;background-color:${colours.mark};font:13px/1.5 ${sans};color:${colours.onMark};${breaks}"><b>${number}</b> ${cut(text, longestPiece).text}</td></tr><tr><td class="m" style="padding:2px 0;${small};${breaks}">${who}${beside && ` · ${beside}`}</td></tr></table>`;

/** A claim with its figures as they were seen, and what speaks for it and against it. */
export const claim = ({ claim: text, who, lines: told, end }: ClaimTold): Markup =>
	markup`<div class="r" style="padding:10px 0;border-bottom:1px solid ${colours.rule}"><p class="i" style="margin:0 0 2px;font:600 17px/1.4 ${serif};color:${colours.ink};${breaks}">${text}</p>${note(who)}${told.map((line) => paragraph([{ text: line }]))}${end && paragraph([{ text: end, is: 'strong' }])}</div>`;

/** Whole words with score, customer and money beside them. */
export function comment(one: CommentTold): Markup {
	const [title, words] = [cut(one.title ?? '', longestTitle), cut(one.words ?? '', longestWords)];
	const left = leftText(title.left + words.left);
	const text = `margin:0;font:18px/1.45 ${serif};color:${colours.ink};white-space:pre-wrap;${breaks}`;
	const language = one.language && markup` lang="${one.language}"`;
	return markup`<tr><td class="r" style="padding:12px 0;border-bottom:1px solid ${colours.rule};${breaks}"><p class="m" style="margin:0 0 4px;${small}"><span style="background-color:${chip[one.feeling]};color:#ffffff;font-weight:600;border-radius:4px">&#160;${one.score ?? '–'}&#160;</span> <b class="i" style="color:${colours.ink};font-size:14px">${cut(one.customer, longestName).text}</b> ${cut(one.who, longestName).text} · <span class="n" style="color:${colours.money};font-weight:600">${one.worth}</span> · ${one.when}</p>${one.gone ? markup`<p class="m" style="margin:0;font:italic 15px/1.45 ${serif};color:${colours.muted}">${one.gone}</p>` : markup`<div dir="auto"${language}>${title.text && markup`<p class="i" style="${text};font-weight:600">${lines(title.text)}</p>`}${words.text && markup`<p class="i" style="${text}">${lines(words.text)}</p>`}</div>`}${left && note(left)}</td></tr>`;
}
