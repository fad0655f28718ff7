import { FileProblem } from '../problem.ts';

type At = { row: number; line: number; column: number };

/** Finds where a text breaks RFC 4180's rules about quotes and says so; null: nowhere. `row`, `line`: where it starts. */
export function quoteProblem(
	text: string,
	delimiter: string,
	{ row, line }: { row: number; line: number }
): FileProblem | null {
	const at: At = { row, line, column: 1 };
	let opened: At | null = null;
	let isFieldStart = true;

	for (let i = 0; i < text.length; i++) {
		const character = text[i];
		const isBreak = character === '\n' || (character === '\r' && text[i + 1] !== '\n');
		if (isBreak) at.line++;
		if (opened) {
			if (character !== '"') continue;
			if (text[i + 1] === '"') i++;
			else if (!ends(text[i + 1], delimiter)) return textAfter(at, opened, text[i + 1]);
			else opened = null;
		} else if (character === '"') {
			if (!isFieldStart) return strayQuote(at);
			opened = { ...at };
			isFieldStart = false;
		} else isFieldStart = moveOn(at, character, isBreak, delimiter);
	}
	return opened ? openQuote(opened) : null;
}

const ends = (next: string | undefined, delimiter: string): boolean =>
	next === undefined || next === delimiter || next === '\n' || next === '\r';

/** Counts columns and rows outside of quotes; true: the next character begins a value. */
function moveOn(at: At, character: string, isBreak: boolean, delimiter: string): boolean {
	if (isBreak) {
		at.row++;
		at.column = 1;
	} else if (character === delimiter) at.column++;
	return isBreak || character === delimiter;
}

const place = ({ row, line, column }: At): string => `Row ${row} (line ${line}), column ${column}`;

const strayQuote = (at: At): FileProblem =>
	new FileProblem(
		`${place(at)}: a quote stands inside a value that does not begin with one; put the whole value in quotes and double ` +
			'those within it.',
		at
	);

const textAfter = (at: At, opened: At, next: string): FileProblem =>
	new FileProblem(
		`${place(opened)}: the value's closing quote on line ${at.line} is followed by ${JSON.stringify(next)} instead of the next ` +
			'value; double the quotes that belong to the text.',
		opened
	);

const openQuote = (opened: At): FileProblem =>
	new FileProblem(
		`${place(opened)}: the quote that opens on line ${opened.line} is never closed; close it, or double it if it belongs to ` +
			'the text.',
		opened
	);
