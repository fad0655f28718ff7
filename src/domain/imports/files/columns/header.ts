import { FileProblem } from '../problem.ts';
import { isBlank, type Row } from '../row.ts';

/** A column's name, and the question behind it where a survey tool gives both. */
export type Heading = { name: string; question: string | null };

/** `firstRow` to `lastRow` hold the header; what stands above is title. */
export type Header = { firstRow: number; lastRow: number; headings: Heading[]; warnings: string[] };

export const mostColumns = 5_000;

/** `rows`: the first of the file. `headerRow`: where somebody said the header is. */
export function headerOf(rows: readonly Row[], headerRow?: number): Header {
	const at = headerRow === undefined ? likelyHeader(rows) : rows.findIndex(({ row }) => row === headerRow);
	const first = rows[at];
	if (!first || isBlank(first))
		throw new FileProblem(`Row ${headerRow ?? 1} holds no names of columns; say in which row they are.`);
	if (first.problem) throw new FileProblem(`Row ${first.row}: ${first.problem.problem}`, { row: first.row });

	const { names, questions, height } = severalRows(rows.slice(at, at + 3));
	if (names.length > mostColumns)
		throw new FileProblem(`This table has ${names.length} columns; no more than ${mostColumns} can be read.`);
	const warnings = first.row > 1 ? [`The names of the columns were taken from row ${first.row}.`] : [];
	const usable = usableNames(names, warnings);
	return {
		firstRow: first.row,
		lastRow: rows[at + height - 1].row,
		headings: usable.map((name, i) => ({ name, question: questions[i]?.trim() || null })),
		warnings
	};
}

const filledCells = ({ fields }: Row): number => fields.filter((field) => field.trim() !== '').length;

/** Lines with a single filled cell above a table are its title; a table of one column has no title we could tell apart. */
function likelyHeader(rows: readonly Row[]): number {
	const first = rows.findIndex((row) => !isBlank(row));
	const wide = rows.findIndex((row) => filledCells(row) > 1);
	const below = rows.slice(Math.max(wide, 0)).filter((row) => !isBlank(row));
	const isTable = below.filter(({ fields }) => fields.length > 1).length >= below.length / 2;
	return wide >= 0 && isTable ? wide : first;
}

type SeveralRows = { names: string[]; questions: string[]; height: number };

function severalRows([first, second, third]: readonly Row[]): SeveralRows {
	if (third && isQualtricsIds(third)) return { names: first.fields, questions: second.fields, height: 3 };
	if (second && isOldQualtrics(first, second))
		return { names: oldQualtricsNames(first, second), questions: second.fields, height: 2 };
	if (second && isSurveyMonkey(first, second)) return { ...surveyMonkeyNames(first, second), height: 2 };
	return { names: first.fields, questions: [], height: 1 };
}

const isQualtricsIds = ({ fields }: Row): boolean => /^\{"ImportId":/.test(fields[0] ?? '');

/** Before 2017, Qualtrics numbered its own columns V1, V2 … and named them in the second row. */
const isOldQualtrics = (first: Row, second: Row): boolean =>
	first.fields[0] === 'V1' && /^response ?id$/i.test(second.fields[0] ?? '');

const oldQualtricsNames = (first: Row, second: Row): string[] =>
	first.fields.map((name, i) => (/^V\d+$/.test(name) ? second.fields[i] : name));

const isSurveyMonkey = (first: Row, second: Row): boolean =>
	/^respondent ?id$/i.test(first.fields[0]?.trim() ?? '') && second.fields[0]?.trim() === '' && !isBlank(second);

/** The question stands over the first of its columns; each has its answer option below, or says that it is the answer. */
function surveyMonkeyNames(first: Row, second: Row): { names: string[]; questions: string[] } {
	const questions: string[] = [];
	const names = first.fields.map((cell, i) => {
		const below = second.fields[i]?.trim() ?? '';
		questions[i] = cell.trim() === '' && below !== '' ? (questions[i - 1] ?? '') : cell;
		const isAnswer = below === '' || /^(?:open-ended )?response$/i.test(below);
		return isAnswer ? questions[i] : `${questions[i]} – ${below}`;
	});
	return { names, questions };
}

/** Names that can be chosen from a list: tidy, never empty, never twice. Adds to `warnings` what had to be changed. */
function usableNames(given: readonly string[], warnings: string[]): string[] {
	const names = given.map((name, i) => tidy(name) || unnamed(i, warnings));
	const taken = new Set(names);
	const seen = new Set<string>();
	return names.map((name, i) => {
		let own = name;
		for (let number = 2; seen.has(own) || (own !== name && taken.has(own)); number++) own = `${name} (${number})`;
		if (own !== name)
			warnings.push(`More than one column is named “${name}”; column ${i + 1} is called “${own}” here.`);
		seen.add(own);
		return own;
	});
}

function unnamed(column: number, warnings: string[]): string {
	warnings.push(`Column ${column + 1} has no name; it is called “column ${column + 1}” here.`);
	return `column ${column + 1}`;
}

/** Headings for a table that turned out to be wider than its header. */
export function widened(headings: readonly Heading[], width: number, warnings: string[]): Heading[] {
	if (headings.length >= width) return [...headings];
	const repairs: string[] = [];
	const names = usableNames(
		[...headings.map(({ name }) => name), ...Array<string>(width - headings.length).fill('')],
		repairs
	);
	warnings.push(...repairs);
	return names.map((name, i) => headings[i] ?? { name, question: null });
}

const tidy = (name: string): string => name.replace(/\s+/g, ' ').trim();
