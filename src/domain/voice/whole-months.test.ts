import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, addMonths } from '../scope/calendar.ts';
import { wholeMonths } from './whole-months.ts';

const at = (day: string, time = '00:00:00.000') => `${day}T${time}Z`;

test('the whole months of a span, and what is left at both ends', () => {
	expect(wholeMonths({ from: at('2026-01-15'), to: at('2026-04-02') })).toEqual({
		months: { from: '2026-02-01', to: '2026-04-01' },
		rest: [
			{ from: at('2026-01-15'), to: at('2026-02-01') },
			{ from: at('2026-04-01'), to: at('2026-04-02') }
		]
	});
	expect(wholeMonths({ from: at('2026-02-01'), to: at('2026-03-01') })).toEqual({
		months: { from: '2026-02-01', to: '2026-03-01' },
		rest: []
	});
	// A month in Auckland begins on the last day of the one before in UTC.
	expect(wholeMonths({ from: at('2026-01-31', '11:00:00.000'), to: null })).toEqual({
		months: { from: '2026-02-01', to: null },
		rest: [{ from: at('2026-01-31', '11:00:00.000'), to: at('2026-02-01') }]
	});
	expect(wholeMonths({ from: at('2026-03-03'), to: at('2026-03-09') })).toEqual({
		months: null,
		rest: [{ from: at('2026-03-03'), to: at('2026-03-09') }]
	});
	expect(wholeMonths({ from: null, to: null })).toEqual({ months: { from: null, to: null }, rest: [] });
	expect(wholeMonths({ from: at('2026-03-09'), to: at('2026-03-03') })).toEqual({ months: null, rest: [] });
});

test('every day of a span lies in one part of it, and no other day does', () => {
	const day = fc.integer({ min: 0, max: 800 }).map((offset) => addDays('2024-01-01', offset));
	fc.assert(
		fc.property(day, day, day, (one, other, asked) => {
			const [from, to] = one < other ? [one, other] : [other, one];
			const { months, rest } = wholeMonths({ from: at(from), to: at(to) });
			const parts = rest.filter((part) => at(asked) >= part.from && at(asked) < part.to).length;
			const inMonths = months && asked >= months.from! && asked < months.to! ? 1 : 0;
			expect(parts + inMonths).toBe(asked >= from && asked < to ? 1 : 0);
			if (months) expect(addMonths(months.from!, 0)).toMatch(/-01$/);
		})
	);
});
