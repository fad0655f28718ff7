import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import reference from '#tests/reference/time/occurrences.json' with { type: 'json' };
import { addDays, addMonths } from '../scope/calendar.ts';
import { firstAt, occurrencesAfter, occurrencesBetween, ruleText, weekToldOn } from './rule.ts';
import type { ClockRule } from './rule.ts';

const everyDay = [1, 2, 3, 4, 5, 6, 7];
const at = (moment: Date) => moment.toISOString().replace('.000Z', 'Z');
const all = (rule: ClockRule, zone: string, from: string, to: string) =>
	occurrencesBetween(rule, zone, new Date(from), new Date(to)).map((one) => `${one.day} ${at(one.at)}`);

describe(`every day from ${reference.from} to ${reference.to}, as ${reference.source.split(',')[0]} has it`, () => {
	test.for(reference.zones)('in $zone', ({ zone, times }) => {
		for (const { time, count, sha256, odd } of times) {
			const rule: ClockRule = { every: 'week', weekdays: everyDay, time };
			const found = new Map<string, number>();
			for (const one of occurrencesAfter(rule, zone, new Date('2015-12-30T00:00:00Z'))) {
				if (one.day > reference.to) break;
				if (one.day >= reference.from) found.set(one.day, one.at.getTime() / 1_000);
			}
			expect({ zone, time, count: found.size }).toEqual({ zone, time, count });
			// First what can be read, then all of it.
			for (const [day, moment] of odd) expect([day, at(new Date(found.get(day)! * 1_000))]).toEqual([day, moment]);
			const lines = [...found].map(([day, seconds]) => `${day} ${seconds}\n`).join('');
			expect([zone, time, createHash('sha256').update(lines).digest('hex')]).toEqual([zone, time, sha256]);
		}
	});
});

describe('the nights that break calendars', () => {
	const monday = { every: 'week', weekdays: [1], time: '08:00' } as const;
	const nightly = { every: 'week', weekdays: everyDay, time: '02:30' } as const;

	test('a weekly mail stays at eight over both changes', () => {
		expect(all(monday, 'Europe/Berlin', '2026-03-20T00:00:00Z', '2026-04-01T00:00:00Z')).toEqual([
			'2026-03-23 2026-03-23T07:00:00Z',
			'2026-03-30 2026-03-30T06:00:00Z'
		]);
	});

	test('half past two that does not exist is three, and that exists twice is the first, once', () => {
		expect(all(nightly, 'Europe/Berlin', '2026-03-28T12:00:00Z', '2026-03-29T12:00:00Z')).toEqual([
			'2026-03-29 2026-03-29T01:00:00Z'
		]);
		expect(all(nightly, 'Europe/Berlin', '2026-10-24T12:00:00Z', '2026-10-25T12:00:00Z')).toEqual([
			'2026-10-25 2026-10-25T00:30:00Z'
		]);
	});

	test('asked between the two, the second is not due again', () => {
		expect(all(nightly, 'Europe/Berlin', '2026-10-25T00:45:00Z', '2026-10-25T12:00:00Z')).toEqual([]);
	});

	test('a day that Samoa left out is due when the next begins, and of two that are due then, one', () => {
		const friday = { every: 'week', weekdays: [5], time: '15:00' } as const;
		const midnight = { every: 'week', weekdays: [5, 6], time: '00:00' } as const;
		const [from, to] = ['2011-12-29T00:00:00Z', '2012-01-01T00:00:00Z'];
		expect(all(friday, 'Pacific/Apia', from, to)).toEqual(['2011-12-30 2011-12-30T10:00:00Z']);
		expect(all(midnight, 'Pacific/Apia', from, to)).toEqual(['2011-12-30 2011-12-30T10:00:00Z']);
	});
});

describe('months and quarters', () => {
	const days = (rule: ClockRule, from: string, to: string) => all(rule, 'UTC', from, to).map((one) => one.slice(0, 10));

	test('the last day is the last, whatever the month', () => {
		const last = { every: 'month', day: 'last', time: '18:00' } as const;
		expect(days(last, '2027-12-31T00:00:00Z', '2028-05-01T00:00:00Z')).toEqual([
			'2027-12-31',
			'2028-01-31',
			'2028-02-29',
			'2028-03-31',
			'2028-04-30'
		]);
	});

	test('a quarter’s day is in its month of the quarter', () => {
		const quarter = { every: 'quarter', month: 2, day: 15, time: '09:00' } as const;
		expect(days(quarter, '2026-02-15T09:00:00Z', '2027-02-16T00:00:00Z')).toEqual([
			'2026-05-15',
			'2026-08-15',
			'2026-11-15',
			'2027-02-15'
		]);
		const end = { every: 'quarter', month: 3, day: 'last', time: '09:00' } as const;
		expect(days(end, '2026-01-01T00:00:00Z', '2026-12-31T23:00:00Z')).toEqual([
			'2026-03-31',
			'2026-06-30',
			'2026-09-30',
			'2026-12-31'
		]);
	});

	test('from any moment on, the next one is the first of all later ones, and none is left out', () => {
		const rules = fc.oneof(
			fc.record({
				every: fc.constant('month' as const),
				day: fc.oneof(fc.constant('last' as const), fc.integer({ min: 1, max: 28 })),
				time: fc.constant('07:30')
			}),
			fc.record({
				every: fc.constant('quarter' as const),
				month: fc.constantFrom(1 as const, 2 as const, 3 as const),
				day: fc.constantFrom('last' as const, 1, 28),
				time: fc.constant('00:00')
			}),
			fc.record({
				every: fc.constant('week' as const),
				weekdays: fc.subarray(everyDay, { minLength: 1 }),
				time: fc.constant('23:59')
			})
		);
		const moments = fc.integer({ min: Date.UTC(2020, 0), max: Date.UTC(2030, 0) }).map((time) => new Date(time));
		fc.assert(
			fc.property(rules, moments, fc.constantFrom('UTC', 'America/Santiago', 'Asia/Kolkata'), (rule, now, zone) => {
				const [next, second] = occurrencesAfter(rule, zone, now);
				expect(next.at > now && second.at > next.at).toBe(true);
				const again = occurrencesBetween(rule, zone, now, second.at);
				expect(again.map(({ day }) => day)).toEqual([next.day, second.day]);
				const gap = rule.every === 'week' ? addDays(next.day, 7) : addMonths(next.day, rule.every === 'month' ? 2 : 4);
				expect(second.day <= gap).toBe(true);
			}),
			{ numRuns: 300 }
		);
	});
});

test('the first time after a closing: today if it is still to come, otherwise tomorrow', () => {
	expect(at(firstAt('07:30', 'Europe/Berlin', new Date('2026-11-23T05:00:00Z')))).toBe('2026-11-23T06:30:00Z');
	expect(at(firstAt('07:30', 'Europe/Berlin', new Date('2026-11-23T06:30:00Z')))).toBe('2026-11-23T06:30:00Z');
	expect(at(firstAt('07:30', 'Europe/Berlin', new Date('2026-11-23T06:31:00Z')))).toBe('2026-11-24T06:30:00Z');
});

test('an edition tells of the week that was over before its own began', () => {
	expect(weekToldOn('2026-11-23')).toBe('2026-W47');
	expect(weekToldOn('2026-11-22')).toBe('2026-W46');
	expect(weekToldOn('2027-01-04')).toBe('2026-W53');
});

test('a rule in words', () => {
	expect(ruleText({ every: 'week', weekdays: [5, 1], time: '07:30' })).toBe('every Monday and Friday at 07:30');
	expect(ruleText({ every: 'week', weekdays: everyDay, time: '07:30' })).toBe('every day at 07:30');
	expect(ruleText({ every: 'month', day: 'last', time: '18:00' })).toBe('on the last day of the month at 18:00');
	expect(ruleText({ every: 'quarter', month: 1, day: 22, time: '09:00' })).toBe(
		'on the 22nd of the 1st month of the quarter at 09:00'
	);
	expect(ruleText({ every: 'month', day: 12, time: '18:00' })).toBe('on the 12th of the month at 18:00');
	expect(ruleText({ every: 'review closed', time: null })).toBe('when a review is closed');
});
