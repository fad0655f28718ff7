import { addDays, monthOf } from './calendar.ts';
import type { Week } from './week.ts';
import { mondayOfWeek } from './week.ts';

/** A fiscal year: its first and last day, and its name: '2026', or '2026/27' where it crosses into another. */
export type FiscalYear = { from: string; to: string; name: string };

const monthsAYear = 12;

/** The fiscal year that a day lies in, and which quarter of it; `startsIn`: the first month, 1 is January. */
export function fiscalYearOf(day: string, startsIn: number): FiscalYear & { quarter: number } {
	const [year, month] = day.split('-').map(Number);
	const began = month >= startsIn ? year : year - 1;
	const firstOf = (ofYear: number) => monthOf(`${ofYear}-${String(startsIn).padStart(2, '0')}-01`);
	const monthsIn = (month - startsIn + monthsAYear) % monthsAYear;
	return {
		from: firstOf(began),
		to: addDays(firstOf(began + 1), -1),
		name: startsIn === 1 ? String(began) : `${began}/${String((began + 1) % 100).padStart(2, '0')}`,
		quarter: Math.floor(monthsIn / 3) + 1
	};
}

/** A week belongs, whole, to the fiscal year and quarter of its Thursday, as it belongs to its ISO year. */
export const fiscalYearOfWeek = (week: Week, startsIn: number) =>
	fiscalYearOf(addDays(mondayOfWeek(week), 3), startsIn);

/** 'Q2 of fiscal 2026/27'; 'Q2 of 2026' where the fiscal year is the calendar's. */
export function fiscalText(week: Week, startsIn: number): string {
	const { name, quarter } = fiscalYearOfWeek(week, startsIn);
	return `Q${quarter} of ${startsIn === 1 ? '' : 'fiscal '}${name}`;
}
