import { addDays, daysBetween, mondayOf } from './calendar.ts';

/** An ISO 8601 week, '2026-W47': it starts on Monday, and week 1 is the one with the year's first Thursday. */
export type Week = string;

/** From 1800 on, as no file has a day before that; years that a calendar or the database does not know are none. */
export const isWeek = (text: string): boolean =>
	/^(?:1[89]|2\d)\d{2}-W\d{2}$/.test(text) && weekOf(mondayOfWeek(text)) === text;

export function weekOf(day: string): Week {
	const thursday = addDays(mondayOf(day), 3);
	const year = thursday.slice(0, 4);
	const number = Math.floor(daysBetween(`${year}-01-01`, thursday) / 7) + 1;
	return `${year}-W${String(number).padStart(2, '0')}`;
}

export function mondayOfWeek(week: Week): string {
	const [year, number] = week.split('-W').map(Number);
	// 4 January always lies in week 1.
	return addDays(mondayOf(`${year}-01-04`), 7 * (number - 1));
}

/** As people say it: 7 for '2026-W07'. */
export const weekNumber = (week: Week): number => Number(week.slice(6));

export const sundayOfWeek = (week: Week): string => addDays(mondayOfWeek(week), 6);

export const weekAfter = (week: Week, weeks: number): Week => weekOf(addDays(mondayOfWeek(week), 7 * weeks));
