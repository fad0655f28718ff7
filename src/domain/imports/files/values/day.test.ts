import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DayOrder } from './date.ts';
import { readDay } from './day.ts';

const refused = (why: string) => ({ problem: expect.stringContaining(why) });

test.each<[string, DayOrder, string]>([
	['2026-03-05', 'unknown', '2026-03-05'],
	[' 2026-03-05 ', 'unknown', '2026-03-05'],
	['2026/3/5', 'unknown', '2026-03-05'],
	['2026.03.05', 'day-first', '2026-03-05'],
	['20260305', 'unknown', '2026-03-05'],
	['03/04/2025', 'day-first', '2025-04-03'],
	['03/04/2025', 'month-first', '2025-03-04'],
	['3.4.2025', 'day-first', '2025-04-03'],
	['3. 4. 2025', 'day-first', '2025-04-03'],
	['3-4-2025', 'day-first', '2025-04-03'],
	['1/5/26', 'month-first', '2026-01-05'],
	['1/5/30', 'month-first', '1930-01-05'],
	['3 Mar 2026', 'unknown', '2026-03-03'],
	['3rd March 2026', 'unknown', '2026-03-03'],
	['Mar 3, 2026', 'unknown', '2026-03-03'],
	['March 3, 2026', 'unknown', '2026-03-03'],
	['03-Mar-26', 'unknown', '2026-03-03'],
	['3 Sept 2026', 'unknown', '2026-09-03'],
	['29/02/2028', 'day-first', '2028-02-29'],
	['2026-03-05 14:00', 'unknown', '2026-03-05'],
	['2026-03-05T00:00:00.000', 'unknown', '2026-03-05'],
	['5/3/2026, 2:05 PM', 'day-first', '2026-03-05'],
	['9999-12-31', 'unknown', '9999-12-31'],
	['46086', 'excel-serial', '2026-03-05'],
	['46086.75', 'excel-serial', '2026-03-05'],
	['1', 'excel-serial', '1900-01-01'],
	['59', 'excel-serial', '1900-02-28'],
	['61', 'excel-serial', '1900-03-01'],
	['2958465', 'excel-serial', '9999-12-31'],
	['2026-03-05', 'excel-serial', '2026-03-05']
])('“%s” (%s) is %s', (text, order, day) => expect(readDay(text, order)).toBe(day));

test.each<[string, DayOrder, string]>([
	['', 'unknown', 'is empty'],
	['03/04/2025', 'unknown', 'can mean two days'],
	['25/12/2025', 'unknown', 'can mean two days'],
	['25/12/2025', 'year-first', 'does not begin with its year'],
	['12/25/2025', 'day-first', 'whether this file writes the day or the month first'],
	['2026-02-30', 'day-first', 'is no day of the calendar'],
	['29/02/2026', 'day-first', 'is no day of the calendar'],
	['29/02/2100', 'day-first', 'is no day of the calendar'],
	['00/01/2026', 'day-first', 'is no day of the calendar'],
	['2026-13-01', 'unknown', 'is no day of the calendar'],
	['0206-01-01', 'unknown', 'is no day of the calendar'],
	['46086', 'unknown', 'is a number, not a day'],
	['60', 'excel-serial', 'is not a day as Excel counts them'],
	['0', 'excel-serial', 'is not a day as Excel counts them'],
	['2958466', 'excel-serial', 'is not a day as Excel counts them'],
	['3 Mär 2026', 'unknown', 'is not a day'],
	['3 Marching 2026', 'unknown', 'is not a day'],
	['1/2-2026', 'day-first', 'is not a day'],
	['2026-03', 'unknown', 'is not a day'],
	['soon', 'unknown', 'is not a day'],
	['2026-03-05 noon', 'unknown', 'is not a day'],
	['2026-03-05 14:00 maybe', 'unknown', 'is not a day'],
	['2026-03-05T23:30:00Z', 'unknown', 'is a moment with a time zone'],
	['2026-03-05 23:30 +02:00', 'unknown', 'is a moment with a time zone']
])('“%s” (%s) is refused', (text, order, why) => expect(readDay(text, order)).toEqual(refused(why)));

describe('any day', () => {
	const days = fc.date({ min: new Date('1900-03-01'), max: new Date('2199-12-31'), noInvalidDate: true });

	test('comes back from each way of writing it', () => {
		fc.assert(
			fc.property(days, (date) => {
				const iso = date.toISOString().slice(0, 10);
				const [year, month, day] = iso.split('-');
				const serial = String(Math.floor((date.getTime() - Date.UTC(1899, 11, 30)) / 86_400_000));
				expect(readDay(`${day}/${month}/${year}`, 'day-first')).toBe(iso);
				expect(readDay(`${Number(month)}/${Number(day)}/${year}`, 'month-first')).toBe(iso);
				expect(readDay(`${year}${month}${day}`, 'unknown')).toBe(iso);
				expect(readDay(serial, 'excel-serial')).toBe(iso);
			})
		);
	});

	test('is one that the calendar has', () => {
		const part = fc.nat(40).map((number) => String(number).padStart(2, '0'));
		fc.assert(
			fc.property(part, part, (month, day) => {
				const text = `2026-${month}-${day}`;
				const exists = new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text) ?? false;
				expect(readDay(text, 'unknown') === text).toBe(exists);
			})
		);
	});
});

test('a very long value is refused at once', () =>
	expect(readDay(`2026-03-05T${' '.repeat(1_000_000)}x`, 'unknown')).toEqual(refused('is not a day')));
