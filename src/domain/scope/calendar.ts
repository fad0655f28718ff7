/**
 * Days as 'YYYY-MM-DD' text, and arithmetic on them. A day has no zone and no clock: which day a moment belongs to is
 * settled in `zone.ts`, once, and after that nothing here can shift it.
 */

const millisecondsADay = 86_400_000;

const atMidnightUtc = (day: string) => Date.parse(`${day}T00:00:00Z`);
const dayAt = (milliseconds: number) => new Date(milliseconds).toISOString().slice(0, 10);

export const isDay = (text: string): boolean =>
	/^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(atMidnightUtc(text)) && dayAt(atMidnightUtc(text)) === text;

export const addDays = (day: string, days: number): string => dayAt(atMidnightUtc(day) + days * millisecondsADay);

export const daysBetween = (from: string, to: string): number =>
	Math.round((atMidnightUtc(to) - atMidnightUtc(from)) / millisecondsADay);

/** The same day of another month; the last day of a month that is too short for it, as Postgres counts months. */
export function addMonths(day: string, months: number): string {
	const [year, month, date] = day.split('-').map(Number);
	const lastOfTarget = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
	return dayAt(Date.UTC(year, month - 1 + months, Math.min(date, lastOfTarget)));
}

/** The first of the month that the day lies in: how months are named everywhere. */
export const monthOf = (day: string): string => `${day.slice(0, 7)}-01`;

/** Monday is 0. */
const weekday = (day: string): number => (new Date(atMidnightUtc(day)).getUTCDay() + 6) % 7;

export const mondayOf = (day: string): string => addDays(day, -weekday(day));
