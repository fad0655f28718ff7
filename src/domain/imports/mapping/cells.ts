import type { FileRecord } from '../files/read.server.ts';
import { Unreadable } from '../unreadable.ts';
import type { FieldName } from './fields.ts';
import { longestIn } from './longest.ts';
import { fieldsOf } from './mapping.ts';
import type { Mapping } from './mapping.ts';

/** Nothing shorter is too long for any field: nearly every value is not even asked about. */
const shortEnough = 200;

/** Reads the fields of a record, wherever they stand or whatever value they have on all rows. Refuses what is too long for its field. */
export type Cells = {
	/** The text as it is; null: nothing there. */
	exactly(record: FileRecord, field: FieldName): string | null;
	/** The text without spaces around it; null: nothing there. */
	tidy(record: FileRecord, field: FieldName): string | null;
	has(field: FieldName): boolean;
};

export function cells(headings: readonly string[], { columns, constants }: Mapping): Cells {
	const at = new Map<FieldName, number>();
	headings.forEach((heading, i) => {
		for (const field of fieldsOf(columns, heading)) if (!at.has(field)) at.set(field, i);
	});

	const exactly = ({ fields }: FileRecord, field: FieldName): string | null => {
		const column = at.get(field);
		const text = column === undefined ? undefined : fields[column];
		if (!text) return constants[field] ?? null;
		if (text.length > shortEnough && text.length > longestIn(field)) throw tooLong(text, field);
		return text;
	};
	return {
		exactly,
		tidy: (record, field) => {
			const text = exactly(record, field);
			return text === null ? null : text.trim() || (constants[field] ?? null);
		},
		has: (field) => at.has(field) || constants[field] !== undefined
	};
}

const tooLong = ({ length }: string, field: FieldName): Unreadable =>
	new Unreadable(
		field,
		`This is ${length} characters long, and a ${field} has ${longestIn(field)} at most; check which column it is, and ` +
			'whether a quote before it was left open.'
	);
