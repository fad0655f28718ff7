import type { FieldName } from './fields.ts';

export const dateOrders = ['day-first', 'month-first', 'year-first', 'excel-serial'] as const;
/** `excel-serial`: days as the numbers by which Excel counts them, where a column lost its format. */
export type DateOrder = (typeof dateOrders)[number];
export type DecimalMark = 'point' | 'comma';

/** How the columns of a file become fields of ours. */
export type Mapping = {
	/** Heading → field, or the fields that it is at once. Columns that are not listed are left out. */
	columns: Record<string, FieldName | FieldName[]>;
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

/** What a column becomes: an account's name may be its id, too, and the day of an answer that of the question. */
export const fieldsOf = (columns: Mapping['columns'], heading: string): FieldName[] => [columns[heading] ?? []].flat();
