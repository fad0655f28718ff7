import { describe, expect, test } from 'vitest';
import type { ScoreMark } from '../../voice/server.ts';
import { mostMonths, netOfMonth, storyMonths } from './months.ts';

const paid = (month: string, recurringMinor: number) => ({ month, recurringMinor, oneTimeMinor: 0, givenBackMinor: 0 });
const scored = (month: string, score: number): ScoreMark => ({
	month,
	score,
	metric: 'nps',
	highIsGood: true,
	about: 'relationship'
});

describe('the months of a customer', () => {
	test('leave none out: a month without revenue is nothing paid, not a gap', () => {
		const months = storyMonths([paid('2026-01-01', 100), paid('2026-03-01', 100)], [], '2026-04-01');
		expect(months.map(({ month, revenue }) => [month, revenue && netOfMonth(revenue)])).toEqual([
			['2026-01-01', 100],
			['2026-02-01', 0],
			['2026-03-01', 100],
			['2026-04-01', 0]
		]);
	});

	test('a score in a month that is not over stands without revenue, which is not known yet', () => {
		const months = storyMonths([paid('2026-03-01', 100)], [scored('2026-04-01', 2)], '2026-03-01');
		expect(months).toMatchObject([
			{ month: '2026-03-01', scores: [] },
			{ month: '2026-04-01', revenue: null, scores: [{ score: 2 }] }
		]);
	});

	test('of somebody who answered once and never paid are one month', () => {
		expect(storyMonths([], [scored('2026-04-01', 9)], null)).toMatchObject([{ month: '2026-04-01', revenue: null }]);
	});

	test('of whom nothing is known are none', () => {
		expect(storyMonths([], [], '2026-04-01')).toEqual([]);
	});

	test('are at most as many as can be told apart, the latest', () => {
		const months = storyMonths([paid('2000-01-01', 1)], [], '2026-04-01');
		expect([months.length, months.at(-1)!.month]).toEqual([mostMonths, '2026-04-01']);
	});
});
