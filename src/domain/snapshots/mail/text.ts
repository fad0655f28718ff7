import { number } from '#ui/format/number.ts';
import type {
	ClaimTold,
	CommentTold,
	FigureTold,
	MarkTold,
	Piece,
	SectionTold,
	TableTold,
	Told
} from '../content/told/told.ts';
import { cut, leftText } from './cut.ts';
import type { Addressed } from './html.ts';

/** A text is as long as its mail may be, but for its comments. */
const mostWords = 60_000;
const longestWords = 1_500;

/** The mail as plain text: the same, in the same order. What customers wrote stands behind '> ', so that it cannot pass for ours. */
export function mailText(told: Told, { to, editionUrl, unsubscribeUrl }: Addressed): string {
	const stop = unsubscribeUrl === null ? [] : [`Unsubscribe: ${unsubscribeUrl}`];
	return [
		told.of,
		`Open this edition: ${editionUrl}`,
		...stop,
		'',
		told.headline,
		...(told.by ? [`Headline by ${told.by}`] : []),
		...titled('What changed', told.changed.map(plain)),
		...told.sections.flatMap(sectionText),
		'',
		told.made,
		`Sent to ${to} by Empty Chair.`,
		`Open this edition: ${editionUrl}`,
		...stop,
		''
	].join('\n');
}

const plain = (pieces: readonly Piece[]): string => pieces.map(({ text }) => text).join('');

const titled = (title: string, lines: readonly string[]): string[] => ['', title, '-'.repeat(title.length), ...lines];

type Of<Kind> = Extract<SectionTold, { kind: Kind }>;
type Writing = { [Kind in SectionTold['kind']]: (section: Of<Kind>) => string[] };

const writing: Writing = {
	figures: ({ title, figures }) => titled(title, figures.map(figureLine)),
	chart: ({ title, said, doubt, chart }) =>
		titled(title, [
			...[plain(said), doubt ?? ''].filter((line) => line !== ''),
			...tableLines(chart.table),
			...chart.marks.flatMap(markLines)
		]),
	words: ({ title, rule, none, comments }) =>
		titled(`${title}: ${rule}`, [...(none ? [none] : []), ...commentLines(comments)]),
	claims: ({ title, none, claims, left }) =>
		titled(title, [...(claims.length === 0 ? [none] : claims.flatMap(claimLines)), ...(left ? [left] : [])]),
	items: ({ title, rule, none, items }) =>
		titled(rule ? `${title}: ${rule}` : title, items.length === 0 ? [none] : items.map((item) => `* ${plain(item)}`)),
	notes: ({ title, notes }) =>
		titled(
			title,
			notes.map(({ name, text, more }) => `${name}: ${text} ${more}`)
		)
};

const sectionText = (section: SectionTold): string[] =>
	(writing[section.kind] as (section: SectionTold) => string[])(section);

const figureLine = ({ name, value, margin, evidence, movement }: FigureTold): string =>
	`${name}: ${[value, margin].filter(Boolean).join(' ')} (${evidence})${movement ? `. ${movement}` : ''}`;

const markLines = ({ number, text, who, beside }: MarkTold): string[] => [
	'',
	`Mark ${number}: ${text}`,
	[who, beside].filter(Boolean).join(' · ')
];

const claimLines = ({ claim, who, lines, end }: ClaimTold): string[] => [
	`* ${claim}`,
	...[who, ...lines, ...(end ? [end] : [])].map((line) => `  ${line}`)
];

/** Columns stand under one another. */
function tableLines({ caption, columns, rows }: TableTold): string[] {
	const all = [columns.map(({ name }) => name), ...rows];
	const widths = columns.map((_, i) => Math.max(...all.map((cells) => cells[i].length)));
	const line = (cells: string[]) =>
		cells.map((cell, i) => (columns[i].number ? cell.padStart(widths[i]) : cell.padEnd(widths[i]))).join('  ');
	return ['', caption, ...all.map((cells) => line(cells).trimEnd())];
}

function commentLines(comments: readonly CommentTold[]): string[] {
	const told: string[] = [];
	let room = mostWords;
	for (const one of comments) {
		const text = commentText(one);
		room -= text.length;
		if (room < 0) break;
		told.push(text);
	}
	const left = comments.length - told.length;
	return left === 0 ? told : [...told, '', `${number(left)} more in the edition.`];
}

/** Some programs begin a new line behind these too; they are kept, and what follows them is marked as a quotation. */
const lineEnds = /\r\n|\r|\n|(?<=[\v\f\u0085\u2028\u2029])/;

function commentText({ score, customer, who, worth, when, title, words, gone }: CommentTold): string {
	const shown = [title, words].filter((text) => text !== null).map((text) => cut(text, longestWords));
	const left = leftText(shown.reduce((sum, one) => sum + one.left, 0));
	const quoted = shown.flatMap(({ text }) => text.split(lineEnds).map((line) => `> ${line}`));
	return ['', `${score ?? 'No score'} | ${customer} | ${who} | ${worth} | ${when}`, ...(gone ? [gone] : quoted), left]
		.filter((line, i) => i === 0 || line !== '')
		.join('\n');
}
