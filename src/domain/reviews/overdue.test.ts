import { expect, test } from 'vitest';
import { overdueWeeks } from './overdue.ts';

test('a week closes by itself when the one after it is over', () => {
	const since = '2026-11-11';
	expect(overdueWeeks({ today: '2026-11-22', since, closed: [] })).toEqual([]);
	expect(overdueWeeks({ today: '2026-11-23', since, closed: [] })).toEqual(['2026-W46']);
	expect(overdueWeeks({ today: '2026-12-07', since, closed: ['2026-W47'] })).toEqual(['2026-W46', '2026-W48']);
});

test('across the years, week 53 included', () => {
	expect(overdueWeeks({ today: '2027-01-18', since: '2026-12-21', closed: [] })).toEqual([
		'2026-W52',
		'2026-W53',
		'2027-W01'
	]);
});

test('what was over before the installation began stays open', () => {
	expect(overdueWeeks({ today: '2026-11-23', since: '2026-11-23', closed: [] })).toEqual([]);
});
