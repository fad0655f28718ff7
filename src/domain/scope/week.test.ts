import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, addMonths, daysBetween, isDay, mondayOf, monthOf } from './calendar.ts';
import { isWeek, mondayOfWeek, sundayOfWeek, weekAfter, weekOf } from './week.ts';

// ISO 8601:2004, and the worked examples of Wikipedia's "ISO week date".
test.each([
	['1977-01-01', '1976-W53'],
	['1977-12-31', '1977-W52'],
	['1978-01-02', '1978-W01'],
	['1980-12-28', '1980-W52'],
	['1980-12-29', '1981-W01'],
	['2005-01-02', '2004-W53'],
	['2008-12-29', '2009-W01'],
	['2010-01-03', '2009-W53'],
	['2026-11-22', '2026-W47']
])('%s lies in week %s', (day, week) => {
	expect(weekOf(day)).toBe(week);
});

const days = fc.integer({ min: 0, max: 40_000 }).map((offset) => addDays('1970-01-01', offset));

test('every day lies between the Monday and the Sunday of its week', () => {
	fc.assert(
		fc.property(days, (day) => {
			const week = weekOf(day);
			expect(isWeek(week)).toBe(true);
			expect(mondayOfWeek(week)).toBe(mondayOf(day));
			expect(daysBetween(mondayOfWeek(week), sundayOfWeek(week))).toBe(6);
			expect(weekAfter(weekAfter(week, 1), -1)).toBe(week);
		})
	);
});

test('a year of 52 weeks has no week 53', () => {
	expect(isWeek('2026-W53')).toBe(true);
	expect(isWeek('2025-W53')).toBe(false);
	expect(isWeek('2026-W00')).toBe(false);
	for (const year of ['0000', '0001', '1799', '3000', '9999']) expect(isWeek(`${year}-W01`)).toBe(false);
	expect(isWeek('2026-47')).toBe(false);
});

test('months are counted as Postgres counts them: the last day where the month is too short', () => {
	expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
	expect(addMonths('2024-02-29', 12)).toBe('2025-02-28');
	expect(addMonths('2026-03-15', -3)).toBe('2025-12-15');
	expect(monthOf('2026-03-15')).toBe('2026-03-01');
});

test('30 February is not a day', () => {
	expect(isDay('2026-02-28')).toBe(true);
	expect(isDay('2026-02-30')).toBe(false);
	expect(isDay('2026-2-3')).toBe(false);
});
