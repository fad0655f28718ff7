import { marksThatFit } from '../values/amount.ts';

/** What a single value looks like. Only a hint for whoever maps columns: what it means is decided by the `read…` functions. */
export type Look = 'whole' | 'decimal' | 'day' | 'moment' | 'text';

const whole = /^[-+]?\d+$/;
const numericDay = /^(?:\d{4}([-/.])\d{1,2}\1\d{1,2}|\d{1,2}([-/.]) ?\d{1,2}\2 ?(?:\d{4}|\d{2}))(?=$|[T ,])/;
const namedDay = /^(?:\d{1,2}\.?[ /-]?[A-Za-z]{3,9}\.?,?[ /-]?\d{2,4}|[A-Za-z]{3,9}\.? \d{1,2},? \d{4})(?=$|[T ,])/;
const time = /[T ,] *\d{1,2}:\d{2}/;

export function lookOf(text: string): Look {
	if (text.length > 40) return 'text';
	if (whole.test(text)) return 'whole';
	if (numericDay.test(text) || namedDay.test(text)) return time.test(text) ? 'moment' : 'day';
	return /^\D{0,6}\d/.test(text) && marksThatFit(text).length > 0 ? 'decimal' : 'text';
}

export type OrderHint = 'day-first' | 'month-first' | 'year-first' | 'ambiguous' | 'named';

const leading = /^(\d{1,4})[-/.] ?(\d{1,2})[-/.]/;

/** What a day tells about the order of its column. */
export function orderHint(day: string): OrderHint {
	const found = leading.exec(day);
	if (!found) return 'named';
	if (found[1].length === 4) return 'year-first';
	if (Number(found[1]) > 12) return 'day-first';
	return Number(found[2]) > 12 ? 'month-first' : 'ambiguous';
}

export type MarkHint = 'point' | 'comma' | 'ambiguous' | 'none';

/** What a number tells about the decimal mark of its column: '1,234' alone can be a thousand or one and a bit. */
export function markHint(number: string): MarkHint {
	if (!/[.,]/.test(number)) return 'none';
	const [only, other] = marksThatFit(number);
	return other ? 'ambiguous' : (only ?? 'none');
}

/** What Excel makes of a long id when a CSV passes through it: '1.23E+11'. The digits are gone. */
export const isDamagedId = (text: string): boolean =>
	text.length < 15 && hasPlusNearItsEnd(text) && /^-?\d(?:[.,]\d+)?E\+\d{1,3}$/.test(text);

/** Asked of every value of a file, so by character: the exponent's digits are one to three. */
const hasPlusNearItsEnd = (text: string): boolean => {
	const end = text.length;
	return text.charCodeAt(end - 2) === 43 || text.charCodeAt(end - 3) === 43 || text.charCodeAt(end - 4) === 43;
};

export const hasLeadingZero = (text: string): boolean =>
	text.charCodeAt(0) === 48 && text.length > 1 && /^0\d+$/.test(text);
