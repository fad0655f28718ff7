import type { Epoch } from '../values/excel-serial.ts';
import { dateText, numberText, type DateKind } from './excel-format.ts';
import { columnOf, lettersOf, unescaped } from './excel-text.ts';
import { mostColumns } from '../columns/header.ts';
import { unguard } from '../guard.ts';
import { FileProblem, isProblem, problem, shown, type Problem } from '../problem.ts';
import type { Row } from '../row.ts';
import type { SharedTexts } from './shared-texts.ts';
import type { XmlListener } from './xml.server.ts';

/** What cells refer to. */
export type Context = { epoch: Epoch; dateKinds: DateKind[]; sharedTexts: SharedTexts; guarded: boolean };

type Attributes = Record<string, string>;
type Cell = { column: number; type: string; style: number; value: string; isFormula: boolean; hasValue: boolean };

/** Turns the XML of a sheet into rows of text, blank rows left out. `take` hands over those that are complete. */
export function sheetListener(context: Context): XmlListener & { take: () => Row[] } {
	let rows: Row[] = [];
	let current: Row = { row: 0, fields: [], problem: null };
	let cell: Cell = { column: -1, type: 'n', style: 0, value: '', isFormula: false, hasValue: false };
	let [inValue, phonetic] = [false, false];

	const endCell = () => {
		const text = textOf(cell, context);
		if (text === '') return;
		const { fields } = current;
		while (fields.length <= cell.column) fields.push('');
		if (isProblem(text))
			current.problem ??= {
				column: cell.column + 1,
				problem: `Cell ${lettersOf(cell.column)}${current.row} ${text.problem}`
			};
		else fields[cell.column] = text;
	};

	const endRow = () => {
		if (current.fields.length > 0) rows.push(current);
		cell.column = -1;
	};
	const beginCell = ({ r = '', t = 'n', s = '0' }: Attributes) => {
		// References may be left out, and then mean the next cell.
		const named = columnOf(r);
		const column = named < 0 ? cell.column + 1 : named;
		if (column >= mostColumns) throw tooWide(`${lettersOf(column)}${current.row}`);
		cell = { column, type: t, style: Number(s), value: '', isFormula: false, hasValue: false };
	};

	const beginnings = new Map<string, (attributes: Attributes) => void>([
		[
			'row',
			({ r = '' }) =>
				void (current = { row: /^\d{1,7}$/.test(r) ? Number(r) : current.row + 1, fields: [], problem: null })
		],
		['c', beginCell],
		['f', () => void (cell.isFormula = true)],
		['v', () => void (inValue = cell.hasValue = true)],
		['t', () => void (inValue = cell.hasValue = !phonetic)],
		['rPh', () => void (phonetic = true)]
	]);
	const endings = new Map<string, () => void>([
		['row', endRow],
		['c', endCell],
		['v', () => void (inValue = false)],
		['t', () => void (inValue = false)],
		['rPh', () => void (phonetic = false)]
	]);
	return {
		open: (name, attributes) => beginnings.get(name)?.(attributes),
		text(text) {
			if (inValue) cell.value += text;
		},
		close: (name) => endings.get(name)?.(),
		take() {
			const complete = rows;
			rows = [];
			return complete;
		}
	};
}

const tooWide = (cell: string): FileProblem =>
	new FileProblem(`Cell ${cell} lies beyond the ${mostColumns} columns that can be read.`);

/** A cell as text; problems without the cell's name, which the caller puts before them. */
function textOf(cell: Cell, { sharedTexts, dateKinds, epoch, guarded }: Context): string | Problem {
	const { type, value } = cell;
	if (!cell.hasValue)
		return cell.isFormula
			? problem('holds a formula without a result; open the workbook in Excel, save it and import it again.')
			: '';
	switch (type) {
		case 's':
			return checked(sharedTexts.at(Number(value)), guarded);
		case 'str':
		case 'inlineStr':
			return checked(unescaped(value), guarded);
		case 'b':
			return value === '1' || value === 'true' ? 'TRUE' : 'FALSE';
		case 'e':
			return problem(`holds the error ${value}; correct the formula or take it out.`);
		case 'd':
			return value.replace(/T00:00:00(?:\.0+)?$/, '');
		default:
			return fromNumber(value, dateKinds[cell.style] ?? null, epoch);
	}
}

function fromNumber(value: string, kind: DateKind, epoch: Epoch): string | Problem {
	if (value === '') return '';
	const text = kind === null ? numberText(value) : dateText(Number(value), kind, epoch);
	if (text !== null) return text;
	return kind === null
		? problem(`holds ${shown(value)} as a number, which it is not; enter it again.`)
		: problem(`holds ${shown(value)} as a date, which Excel shows none for; enter the date again.`);
}

function checked(text: string | undefined, guarded: boolean): string | Problem {
	if (text === undefined) return problem('points to a text that the workbook does not have; save it again in Excel.');
	if (text.includes('\0')) return problem('holds a NUL character, which no text may hold; take it out.');
	if (!text.isWellFormed()) return problem('holds half a character; write the text again.');
	return guarded ? unguard(text) : text;
}
