/** Why a row cannot be taken in, and the column that is to blame, from 1; null: the row as a whole. */
export type RowProblem = { column: number | null; problem: string };

/** A row of a file as it stands there, the header's included. `row`: as a spreadsheet counts. */
export type Row = { row: number; fields: string[]; problem: RowProblem | null };

/** Rows that were read together, and how many of the file's bytes have been read by then. */
export type Rows = { rows: Row[]; bytes: number };

export const isBlank = ({ fields }: Row): boolean => fields.every((field) => field.trim() === '');

/** A line without anything in it; in a table of one column, that is an empty value. */
export const isEmptyLine = ({ fields }: Row, columns: number): boolean =>
	fields.length === 1 && fields[0] === '' && columns > 1;
