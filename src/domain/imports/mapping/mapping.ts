import type { FieldName } from './fields.ts';

export type DateOrder = 'day-first' | 'month-first' | 'year-first';
export type DecimalMark = 'point' | 'comma';

/** How the columns of a file become fields of ours. */
export type Mapping = {
	/** Heading → field. Columns that are not listed are left out. */
	columns: Record<string, FieldName>;
	/** Fields that have the same value on every row. */
	constants: Partial<Record<FieldName, string>>;
	/** Whose ids these are: rows with the same source and id are the same row. */
	source: string;
	/** IANA zone of times that name none. */
	timeZone: string;
	/** Absent: the file itself shows which. */
	dates?: DateOrder;
	decimal?: DecimalMark;
};
