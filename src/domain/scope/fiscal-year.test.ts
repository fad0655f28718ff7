import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from './calendar.ts';
import { fiscalText, fiscalYearOf, fiscalYearOfWeek } from './fiscal-year.ts';
import { sundayOfWeek, weekAfter } from './week.ts';

describe('a fiscal year that starts in July', () => {
	test.each([
		['2026-06-30', '2025/26', 4],
		['2026-07-01', '2026/27', 1],
		['2026-12-31', '2026/27', 2],
		['2027-01-01', '2026/27', 3],
		['1999-07-01', '1999/00', 1]
	])('%s lies in %s, quarter %i', (day, name, quarter) => {
		expect(fiscalYearOf(day, 7)).toMatchObject({ name, quarter });
	});

	test('runs from 1 July to 30 June', () => {
		expect(fiscalYearOf('2026-11-22', 7)).toMatchObject({ from: '2026-07-01', to: '2027-06-30' });
	});

	test('has the week around its start whole, where the Thursday is', () => {
		// 1 July 2026 is a Wednesday: its Thursday, the second, is in the new year.
		expect(fiscalYearOfWeek('2026-W27', 7)).toMatchObject({ name: '2026/27', quarter: 1 });
		expect(fiscalYearOfWeek('2026-W26', 7)).toMatchObject({ name: '2025/26', quarter: 4 });
		// 1 July 2022 is a Friday: the week still belongs to the old one.
		expect(fiscalYearOfWeek('2022-W26', 7)).toMatchObject({ name: '2021/22', quarter: 4 });
		expect(fiscalText('2026-W27', 7)).toBe('Q1 of fiscal 2026/27');
	});
});

test('a fiscal year that starts in January is the calendar’s, week 53 included', () => {
	expect(fiscalText('2026-W53', 1)).toBe('Q4 of 2026');
	expect(fiscalText('2027-W01', 1)).toBe('Q1 of 2027');
	expect(fiscalYearOf('2026-02-28', 3)).toMatchObject({ from: '2025-03-01', to: '2026-02-28', quarter: 4 });
	expect(fiscalYearOf('2024-02-29', 3)).toMatchObject({ from: '2023-03-01', to: '2024-02-29', quarter: 4 });
});

const days = fc.integer({ min: 0, max: 40_000 }).map((offset) => addDays('1970-01-01', offset));
const months = fc.integer({ min: 1, max: 12 });

test('every day lies in its fiscal year, and the day after its last one in the next', () => {
	fc.assert(
		fc.property(days, months, (day, startsIn) => {
			const { from, to, quarter } = fiscalYearOf(day, startsIn);
			expect(from <= day && day <= to).toBe(true);
			expect(quarter).toBeGreaterThanOrEqual(1);
			expect(quarter).toBeLessThanOrEqual(4);
			expect(fiscalYearOf(addDays(to, 1), startsIn).from).toBe(addDays(to, 1));
		})
	);
});

test('weeks one after the other never go back a quarter or a year', () => {
	for (const startsIn of [1, 4, 7, 10])
		for (let week = '2020-W01'; week < '2030-W01'; week = weekAfter(week, 1)) {
			const [one, next] = [fiscalYearOfWeek(week, startsIn), fiscalYearOfWeek(weekAfter(week, 1), startsIn)];
			expect(`${next.from} ${next.quarter}` >= `${one.from} ${one.quarter}`, sundayOfWeek(week)).toBe(true);
		}
});
