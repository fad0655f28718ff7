/** Days in the shape nearly every file writes them, read by character: a regular expression costs five times as much. */

const isDigit = (text: string, at: number): boolean => {
	const code = text.charCodeAt(at);
	return code >= 48 && code <= 57;
};

/** The number that two characters write; NaN unless both are digits. */
export const twoDigits = (text: string, at: number): number =>
	isDigit(text, at) && isDigit(text, at + 1) ? (text.charCodeAt(at) - 48) * 10 + text.charCodeAt(at + 1) - 48 : NaN;

/** Whether a text begins 'YYYY-MM-DD' with a day that the calendar has. */
export function startsWithDay(text: string): boolean {
	if (text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return false;
	const { year, month, day } = partsAt(text);
	return isReal(year, month, day);
}

export const partsAt = (text: string): DateParts => ({
	year: twoDigits(text, 0) * 100 + twoDigits(text, 2),
	month: twoDigits(text, 5),
	day: twoDigits(text, 8)
});

export type DateParts = { year: number; month: number; day: number };

export const isoDay = ({ year, month, day }: DateParts): string =>
	`${year}-${month < 10 ? '0' : ''}${month}-${day < 10 ? '0' : ''}${day}`;

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Years before 1800 are slips of the keyboard ('0206', '1026'): no customer is that old. */
export function isReal(year: number, month: number, day: number): boolean {
	if (!(year >= 1800 && month >= 1 && month <= 12 && day >= 1)) return false;
	return day <= monthLengths[month - 1] + (month === 2 && isLeap(year) ? 1 : 0);
}

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
