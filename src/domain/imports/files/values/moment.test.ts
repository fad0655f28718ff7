import { describe, expect, test } from 'vitest';
import { readMoment, type MomentForm } from './moment.ts';

const refused = (why: string) => ({ problem: expect.stringContaining(why) });
const inBerlin = (text: string, order: MomentForm['order'] = 'unknown') =>
	readMoment(text, { order, zone: 'Europe/Berlin' });

test.each([
	['2026-03-05T14:00:00Z', '2026-03-05T14:00:00.000Z'],
	['2026-03-05T14:00:00.123456+02:00', '2026-03-05T12:00:00.123Z'],
	['2026-03-05 14:00:00 UTC', '2026-03-05T14:00:00.000Z'],
	['2026-03-05 14:00:00 +0000 UTC', '2026-03-05T14:00:00.000Z'],
	['2026-03-05T14:00-05', '2026-03-05T19:00:00.000Z'],
	['2026-03-05T23:59:59.9999Z', '2026-03-05T23:59:59.999Z']
])('“%s” means the same everywhere', (text, moment) => expect(inBerlin(text)).toBe(moment));

test.each<[string, MomentForm['order'], string]>([
	['2026-03-05 14:00', 'unknown', '2026-03-05T13:00:00.000Z'],
	['2026-07-05 14:00:30', 'unknown', '2026-07-05T12:00:30.000Z'],
	['2026-07-05t14:00', 'unknown', '2026-07-05T12:00:00.000Z'],
	['3/4/2026, 2:05 PM', 'month-first', '2026-03-04T13:05:00.000Z'],
	['3/4/2026 12:05 am', 'day-first', '2026-04-02T22:05:00.000Z'],
	['3/4/2026 12:05 p.m.', 'day-first', '2026-04-03T10:05:00.000Z'],
	['3 Mar 2026 14:00', 'unknown', '2026-03-03T13:00:00.000Z'],
	['46086.75', 'excel-serial', '2026-03-05T17:00:00.000Z'],
	['46086', 'excel-serial', '2026-03-04T23:00:00.000Z']
])('“%s” (%s) is read from a clock in Berlin', (text, order, moment) => expect(inBerlin(text, order)).toBe(moment));

describe('daylight saving', () => {
	test('a time that is skipped is the next one that exists', () =>
		expect(inBerlin('2026-03-29T02:30')).toBe('2026-03-29T01:00:00.000Z'));
	test('a time that occurs twice is the first', () =>
		expect(inBerlin('2026-10-25 02:30:00')).toBe('2026-10-25T00:30:00.000Z'));
	test('a day alone is its first moment, even where midnight is skipped', () => {
		expect(inBerlin('2026-03-05')).toBe('2026-03-04T23:00:00.000Z');
		expect(readMoment('2018-11-04', { order: 'unknown', zone: 'America/Sao_Paulo' })).toBe('2018-11-04T03:00:00.000Z');
		expect(readMoment('4/11/2018', { order: 'day-first', zone: 'America/Sao_Paulo' })).toBe('2018-11-04T03:00:00.000Z');
	});
});

test('Unix time is read only when told', () => {
	expect(inBerlin('1767225600', 'unix-seconds')).toBe('2026-01-01T00:00:00.000Z');
	expect(inBerlin('1767225600.25', 'unix-seconds')).toBe('2026-01-01T00:00:00.250Z');
	expect(inBerlin('1767225600123', 'unix-milliseconds')).toBe('2026-01-01T00:00:00.123Z');
	expect(inBerlin('1767225600')).toEqual(refused('is not a day'));
	expect(inBerlin('1767225600', 'unix-milliseconds')).toEqual(refused('is not a Unix time in milliseconds'));
	expect(inBerlin('1767225600123', 'unix-seconds')).toEqual(refused('is not a Unix time in seconds'));
});

test.each<[string, MomentForm['order'], string]>([
	['', 'unknown', 'is empty'],
	['2026-02-30 10:00', 'unknown', 'is no day of the calendar'],
	['03/04/2025 10:00', 'unknown', 'can mean two days'],
	['2026-03-05 25:00', 'unknown', 'no time of day that a clock shows'],
	['2026-03-05 24:00', 'unknown', 'no time of day that a clock shows'],
	['2026-03-05 10:60', 'unknown', 'no time of day that a clock shows'],
	['2026-03-05 13:05 PM', 'unknown', 'no time of day that a clock shows'],
	['2026-03-05 0:05 AM', 'unknown', 'no time of day that a clock shows'],
	['2026-03-05T14', 'unknown', 'no time of day that a clock shows'],
	['2026-03-05T14:00+25:00', 'unknown', 'no time of day that a clock shows'],
	['2026-03-05 14:00 CET', 'unknown', 'write the offset, such as +01:00'],
	['3/4/2026 10:00 EST', 'month-first', 'write the offset, such as +01:00'],
	['46086', 'unknown', 'is a number, not a day'],
	['60', 'excel-serial', 'is not a day as Excel counts them']
])('“%s” (%s) is refused', (text, order, why) => expect(inBerlin(text, order)).toEqual(refused(why)));
