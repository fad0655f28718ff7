import { describe, expect, test } from 'vitest';
import { dayIn } from '../scope/zone.ts';
import { fateOf, quietUntil, tellAt } from './when.ts';
import type { Wish } from './wish.ts';

const night = { from: '22:00', to: '07:00' };
const at = (moment: string) => new Date(moment);
const until = (quiet: { from: string; to: string }, zone: string, moment: string) =>
	quietUntil(quiet, zone, at(moment))?.toISOString() ?? null;

describe('quiet hours', () => {
	test('span midnight, begin on the minute and end on it', () => {
		const berlin = (moment: string) => until(night, 'Europe/Berlin', moment);
		expect(berlin('2026-11-23T20:59:59Z')).toBeNull();
		expect(berlin('2026-11-23T21:00:00Z')).toBe('2026-11-24T06:00:00.000Z');
		expect(berlin('2026-11-24T05:59:59Z')).toBe('2026-11-24T06:00:00.000Z');
		expect(berlin('2026-11-24T06:00:00Z')).toBeNull();
	});

	test('within a day are as plain', () => {
		const lunch = { from: '12:00', to: '13:30' };
		expect(until(lunch, 'Asia/Kolkata', '2026-11-23T06:29:00Z')).toBeNull();
		expect(until(lunch, 'Asia/Kolkata', '2026-11-23T06:30:00Z')).toBe('2026-11-23T08:00:00.000Z');
		expect(until(lunch, 'Asia/Kolkata', '2026-11-23T08:00:00Z')).toBeNull();
	});

	test('are an hour shorter when clocks go forward, an hour longer when they go back', () => {
		expect(until(night, 'Europe/Berlin', '2026-03-28T21:00:00Z')).toBe('2026-03-29T05:00:00.000Z');
		expect(until(night, 'Europe/Berlin', '2026-10-24T20:00:00Z')).toBe('2026-10-25T06:00:00.000Z');
		// Half an hour on Lord Howe.
		expect(until(night, 'Australia/Lord_Howe', '2026-10-03T12:00:00Z')).toBe('2026-10-03T20:00:00.000Z');
	});

	test('that end at a time which clocks skip end at the next that exists', () => {
		const early = { from: '00:30', to: '02:30' };
		expect(until(early, 'Europe/Berlin', '2026-03-28T23:45:00Z')).toBe('2026-03-29T01:00:00.000Z');
		// All of them skipped: there is nothing to hold.
		expect(until({ from: '02:05', to: '02:55' }, 'Europe/Berlin', '2026-03-29T01:00:00Z')).toBeNull();
	});

	test('that begin at midnight begin where a zone skips midnight, too', () => {
		const zone = 'Africa/Cairo';
		const small = { from: '00:00', to: '06:00' };
		// On 24 April 2026 clocks in Cairo go from 23:59 to 01:00.
		expect(until(small, zone, '2026-04-23T21:59:59Z')).toBeNull();
		expect(until(small, zone, '2026-04-23T22:00:00Z')).toBe('2026-04-24T03:00:00.000Z');
	});

	test('hold every moment of ten years of nights until a moment that is not quiet', () => {
		for (const zone of [
			'Europe/Berlin',
			'America/Santiago',
			'Australia/Lord_Howe',
			'Africa/Casablanca',
			'Pacific/Apia'
		]) {
			const hour = new Intl.DateTimeFormat('en', { timeZone: zone, hour: 'numeric', hourCycle: 'h23' });
			for (let time = Date.UTC(2020, 0, 1); time < Date.UTC(2030, 0, 1); time += 86_400_000 * 3 + 3_600_000 * 1.7) {
				const moment = new Date(time);
				const end = quietUntil(night, zone, moment);
				const shown = Number(hour.format(moment));
				expect([zone, moment, end !== null]).toEqual([zone, moment, shown >= 22 || shown < 7]);
				if (end === null) continue;
				expect(Number(hour.format(end))).toBe(7);
				expect(quietUntil(night, zone, end)).toBeNull();
				expect(end.getTime() - time).toBeLessThanOrEqual(10 * 3_600_000);
			}
		}
	});
});

describe('who is told when', () => {
	const wish: Pick<Wish, 'dailyAt' | 'zone' | 'quiet'> = { dailyAt: null, zone: 'Europe/Berlin', quiet: night };
	const told = (given: Partial<typeof wish>, raised: string) => tellAt({ ...wish, ...given }, at(raised)).toISOString();

	test('at once by day, in the morning by night', () => {
		expect(told({}, '2026-11-23T12:00:00Z')).toBe('2026-11-23T12:00:00.000Z');
		expect(told({}, '2026-11-23T23:00:00Z')).toBe('2026-11-24T06:00:00.000Z');
		expect(told({ quiet: null }, '2026-11-23T23:00:00Z')).toBe('2026-11-23T23:00:00.000Z');
	});

	test('once a day at their own hour, through a change of clocks', () => {
		const daily = { dailyAt: '08:00', quiet: null };
		expect(told(daily, '2026-03-28T06:59:00Z')).toBe('2026-03-28T07:00:00.000Z');
		expect(told(daily, '2026-03-28T07:01:00Z')).toBe('2026-03-29T06:00:00.000Z');
		expect(told({ ...daily, dailyAt: '02:30' }, '2026-03-28T12:00:00Z')).toBe('2026-03-29T01:00:00.000Z');
		expect(told({ ...daily, dailyAt: '02:30' }, '2026-10-24T12:00:00Z')).toBe('2026-10-25T00:30:00.000Z');
		expect(
			dayIn(tellAt({ ...wish, ...daily, zone: 'Pacific/Auckland' }, at('2026-11-23T12:00:00Z')), 'Pacific/Auckland')
		).toBe('2026-11-24');
	});

	test('a daily hour within the quiet ones waits for their end', () => {
		expect(told({ dailyAt: '06:00' }, '2026-11-23T12:00:00Z')).toBe('2026-11-24T06:00:00.000Z');
	});

	test('waits, is told, and after a day is too late', () => {
		const raised = at('2026-11-23T23:00:00Z');
		const fate = (now: string) => fateOf(wish, raised, at(now));
		expect(fate('2026-11-24T05:59:59Z')).toBe('wait');
		expect(fate('2026-11-24T06:00:00Z')).toBe('tell');
		// Nothing ran until the evening: quiet hours hold then, too.
		expect(fate('2026-11-24T21:30:00Z')).toBe('wait');
		expect(fate('2026-11-25T06:00:00Z')).toBe('tell');
		expect(fate('2026-11-25T06:00:01Z')).toBe('too late');
	});
});
