import { describe, expect, test } from 'vitest';
import { usualClosing } from '../scope/organisation.ts';
import { closesItself, overdueWeeks } from './overdue.ts';

const usual = { zone: 'UTC', closing: usualClosing, since: '2026-11-11', closed: [] };
const at = (moment: string) => new Date(moment);

test('a week closes by itself when the one after it is over, unless something else is set', () => {
	expect(overdueWeeks({ ...usual, now: at('2026-11-22T23:58:00Z') })).toEqual([]);
	expect(overdueWeeks({ ...usual, now: at('2026-11-22T23:59:00Z') })).toEqual(['2026-W46']);
	expect(overdueWeeks({ ...usual, now: at('2026-12-07T00:00:00Z'), closed: ['2026-W47'] })).toEqual([
		'2026-W46',
		'2026-W48'
	]);
});

test('at the set hour of the week after it, by the clocks of the organisation’s zone', () => {
	const friday = { ...usual, zone: 'Pacific/Auckland', closing: { weekday: 5, at: '18:00' } };
	// 18:00 on Friday, 20 November 2026, in Auckland, which is 13 hours ahead.
	expect(overdueWeeks({ ...friday, now: at('2026-11-20T04:59:59Z') })).toEqual([]);
	expect(overdueWeeks({ ...friday, now: at('2026-11-20T05:00:00Z') })).toEqual(['2026-W46']);
});

test('across the years, week 53 included', () => {
	const across = { ...usual, since: '2026-12-21', now: at('2027-01-18T00:00:00Z') };
	expect(overdueWeeks(across)).toEqual(['2026-W52', '2026-W53', '2027-W01']);
	expect(closesItself('2026-W53', { weekday: 1, at: '08:00' }, 'UTC')).toEqual(at('2027-01-04T08:00:00Z'));
});

test('what was over before the installation began stays open', () => {
	expect(overdueWeeks({ ...usual, since: '2026-11-23', now: at('2026-11-23T12:00:00Z') })).toEqual([]);
});

describe('where the clocks change', () => {
	const berlin = 'Europe/Berlin';

	test('an hour that is skipped is the next one that exists', () => {
		expect(closesItself('2026-W12', { weekday: 7, at: '02:30' }, berlin)).toEqual(at('2026-03-29T01:00:00Z'));
	});

	test('an hour that comes twice is the first of the two', () => {
		expect(closesItself('2026-W42', { weekday: 7, at: '02:30' }, berlin)).toEqual(at('2026-10-25T00:30:00Z'));
	});

	test('each week still closes once, in order, at the same time on the wall', () => {
		const closing = { weekday: 1, at: '07:30' };
		const moments = ['2026-W11', '2026-W12', '2026-W13', '2026-W42', '2026-W43'].map((week) =>
			closesItself(week, closing, berlin).toISOString()
		);
		expect(moments).toEqual([
			'2026-03-16T06:30:00.000Z',
			'2026-03-23T06:30:00.000Z',
			'2026-03-30T05:30:00.000Z',
			'2026-10-19T05:30:00.000Z',
			'2026-10-26T06:30:00.000Z'
		]);
	});
});
