import type { FieldName } from './fields.ts';

/**
 * The longest that a field may be, in characters. Ids, and what people are grouped by, stand in keys of the database,
 * which hold some 2,700 bytes, several of them together; names and products are read at a glance. What is longer is
 * another column, or an open quote that swallowed the rows behind it. Comments may be as long as people write, though
 * everybody who opens a page gets them whole.
 */
const longest: Partial<Record<FieldName, number>> = {
	customer_name: 500,
	contact_name: 500,
	contact_email: 320,
	product: 500,
	ended_why: 10_000,
	title: 10_000,
	comment: 100_000
};

export const longestIn = (field: FieldName): number => longest[field] ?? 200;
