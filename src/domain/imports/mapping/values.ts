import { minorUnitExponent, readAmount, readDay, readMoment, readScore } from '../files/values.ts';
import type { DayOrder, DecimalMark, Scale } from '../files/values.ts';
import type { FileRecord } from '../files/read.server.ts';
import type { Cells } from './cells.ts';
import type { FieldName } from './fields.ts';
import { readable, Unreadable } from '../unreadable.ts';

/** How values of this file are written: days and moments by field, amounts, and whose clock times were read from. */
export type Reading = { dates: Partial<Record<FieldName, DayOrder>>; decimal: DecimalMark; zone: string };

/** The last value of a column, since files repeat currencies and days on row after row. */
type Kept<Value> = { text: string; value: Value };

export const dayFrom = (record: FileRecord, field: FieldName, cells: Cells, { dates }: Reading): string | null => {
	const text = cells.tidy(record, field);
	return text === null ? null : readable(field, readDay(text, dates[field] ?? 'unknown'));
};

export const momentFrom = (
	record: FileRecord,
	field: FieldName,
	cells: Cells,
	{ dates, zone }: Reading
): string | null => {
	const text = cells.tidy(record, field);
	return text === null ? null : readable(field, readMoment(text, { order: dates[field] ?? 'unknown', zone }));
};

export const scoreFrom = (record: FileRecord, cells: Cells, scale: Scale): number | null => {
	const text = cells.tidy(record, 'score');
	return text === null ? null : readable('score', readScore(text, scale));
};

let lastCurrency: Kept<{ code: string; exponent: number }> | null = null;

export function currencyFrom(record: FileRecord, cells: Cells): { code: string; exponent: number } {
	const text = cells.tidy(record, 'currency');
	if (text === null) throw new Unreadable('currency', 'The currency is missing; give its three letters, such as EUR.');
	if (lastCurrency?.text !== text)
		lastCurrency = {
			text,
			value: { code: text.toUpperCase(), exponent: readable('currency', minorUnitExponent(text)) }
		};
	return lastCurrency.value;
}

export const amountFrom = (
	text: string,
	{ decimal }: Reading,
	{ code, exponent }: { code: string; exponent: number }
): number => readable('amount', readAmount(text, { decimal, exponent, currency: code }));

/** One of a few words; upper and lower case, spaces and underscores do not matter. */
export function wordFrom<Word extends string>(
	record: FileRecord,
	field: FieldName,
	cells: Cells,
	words: readonly Word[]
): Word | null {
	const text = cells.tidy(record, field);
	if (text === null) return null;
	// As most files write it, there is nothing to change.
	const word = words.find((known) => known === text) ?? words.find((known) => known === plainly(text));
	if (!word) throw new Unreadable(field, `“${text.slice(0, 40)}” is none of ${words.join(', ')}.`);
	return word;
}

const plainly = (text: string): string => text.toLowerCase().replace(/[\s_]+/g, '-');

const yes = /^(yes|true|1|y|x)$/i;
export const saysYes = (text: string | null): boolean => text !== null && yes.test(text);
