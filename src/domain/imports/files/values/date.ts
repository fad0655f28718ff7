import { fromSerial } from './excel-serial.ts';
import { isReal, type DateParts } from './iso-day.ts';
import { problem, shown, type Problem } from '../problem.ts';

/** In which order a file writes day, month and year; 'unknown' until somebody has said so. */
export type DateOrder = 'day-first' | 'month-first' | 'year-first' | 'unknown';
/** A serial is Excel's own count of days. */
export type DayOrder = DateOrder | 'excel-serial';

const yearFirst = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/;
const yearLast = /^(\d{1,2})([-/.]) ?(\d{1,2})\2 ?(\d{4}|\d{2})$/;
const compact = /^(\d{4})(\d{2})(\d{2})$/;
const namedDayFirst = /^(\d{1,2})(?:st|nd|rd|th|\.)?[ /-]*([A-Za-z]{3,9})\.?,?[ /-]*(\d{4}|\d{2})$/;
const namedMonthFirst = /^([A-Za-z]{3,9})\.? *(\d{1,2})(?:st|nd|rd|th)?,? +(\d{4})$/;
const serial = /^\d{1,7}(?:\.\d+)?$/;

/** Year, month and day of a trimmed text that has no time. */
export function readDate(text: string, order: DayOrder): DateParts | Problem {
	let found = yearFirst.exec(text);
	if (found) return real(text, found[1], found[3], found[4]);
	if (order === 'excel-serial') return fromExcel(text);

	found = yearLast.exec(text);
	if (found) return inOrder(text, found[1], found[3], found[4], order);
	found = compact.exec(text);
	if (found) return real(text, found[1], found[2], found[3]);
	found = namedDayFirst.exec(text);
	if (found) return named(text, found[3], found[2], found[1]);
	found = namedMonthFirst.exec(text);
	if (found) return named(text, found[3], found[1], found[2]);
	return notADay(text);
}

/** A day and what follows it in two; the time is '' where there is none. */
export function splitTime(text: string): { date: string; time: string } {
	const at = text.length > 60 ? -1 : text.search(/[T ] *\d{1,2}:\d/);
	return at < 0
		? { date: text, time: '' }
		: { date: text.slice(0, at).replace(/,$/, ''), time: text.slice(at + 1).trim() };
}

function inOrder(text: string, first: string, second: string, year: string, order: DateOrder): DateParts | Problem {
	if (order === 'day-first') return real(text, century(year), second, first);
	if (order === 'month-first') return real(text, century(year), first, second);
	if (order === 'year-first')
		return problem(`${shown(text)} does not begin with its year, as this column's other days do.`);
	return problem(`${shown(text)} can mean two days; say whether this file writes the day or the month first.`);
}

/** Two digits mean what Excel takes them for: 29 is 2029, 30 is 1930. */
const century = (year: string): string => (year.length === 4 ? year : year < '30' ? `20${year}` : `19${year}`);

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const fullNames = /^(?:january|february|march|april|june|july|august|sept(?:ember)?|october|november|december)$/;

function named(text: string, year: string, name: string, day: string): DateParts | Problem {
	const lower = name.toLowerCase();
	const month = lower.length === 3 || fullNames.test(lower) ? monthNames.indexOf(lower.slice(0, 3)) + 1 : 0;
	return month === 0 ? notADay(text) : real(text, century(year), String(month), day);
}

function real(text: string, year: string, month: string, day: string): DateParts | Problem {
	const parts = { year: Number(year), month: Number(month), day: Number(day) };
	if (isReal(parts.year, parts.month, parts.day)) return parts;
	const doubt = yearLast.test(text) ? ', and whether this file writes the day or the month first' : '';
	return problem(`${shown(text)} is no day of the calendar; check it in the source${doubt}.`);
}

function fromExcel(text: string): DateParts | Problem {
	const wall = serial.test(text) ? fromSerial(Number(text), 1900) : null;
	if (wall === null) return problem(`${shown(text)} is not a day as Excel counts them, such as 46086 for 2026-03-05.`);
	const date = new Date(wall);
	return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

function notADay(text: string): Problem {
	if (text === '') return problem('The day is empty.');
	if (serial.test(text))
		return problem(
			`${shown(text)} is a number, not a day; if Excel counts days here, choose “as Excel counts them” for this file.`
		);
	return problem(`${shown(text)} is not a day; write days as 2026-03-05.`);
}
