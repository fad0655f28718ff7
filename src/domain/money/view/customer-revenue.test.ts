import { expect, test } from 'vitest';
import { onPage } from '#ui/charts/palette.ts';
import { addMonths } from '../../scope/calendar.ts';
import type { ScoreMark } from '../../voice/server.ts';
import type { StoryMonth } from '../story/months.ts';
import {
	customerRevenueHeight,
	customerRevenueOption,
	heightOf,
	marksOf,
	widthFor
} from './customer-revenue-option.ts';

const mark = (given: Partial<ScoreMark>): ScoreMark => ({
	month: '2026-02-01',
	metric: 'nps',
	highIsGood: true,
	score: 5,
	about: 'relationship',
	...given
});

test('a score stands the higher the better it is, whatever its scale and direction', () => {
	expect(heightOf(mark({ score: 0 }))).toBe(0);
	expect(heightOf(mark({ score: 10 }))).toBe(1);
	expect(heightOf(mark({ metric: 'csat', score: 3 }))).toBe(0.5);
	expect(heightOf(mark({ metric: 'ces', score: 7 }))).toBe(1);
	expect(heightOf(mark({ metric: 'ces', highIsGood: false, score: 1 }))).toBe(1);
	expect(heightOf(mark({ metric: 'ces', highIsGood: false, score: 5 }))).toBe(0);
});

test('a score is marked in its own month, and a month that is not over has no bar', () => {
	const paid = { recurringMinor: 900, oneTimeMinor: 200, givenBackMinor: -100 };
	const months = [
		{ month: '2026-01-01', revenue: { month: '2026-01-01', ...paid }, scores: [] },
		{ month: '2026-02-01', revenue: null, scores: [mark({ score: 3 })] }
	];
	expect(customerRevenueOption(months, { currency: 'USD', palette: onPage, chosen: null, width: 980 })).toMatchObject({
		series: [
			{ data: [{ value: 1000 }, { value: null }] },
			{ data: [{ value: [1, 0.3], itemStyle: { color: onPage.low } }] }
		]
	});
});

type Marks = { symbolSize: number; data: { value: [number, number] }[] };
const marksDrawn = (months: StoryMonth[], width: number) =>
	(customerRevenueOption(months, { currency: 'USD', palette: onPage, chosen: null, width }).series as Marks[])[1];
const monthsOf = (n: number, scores: ScoreMark[]): StoryMonth[] =>
	Array.from({ length: n }, (_, i) => ({ month: addMonths('2022-01-01', i), revenue: null, scores }));

test('scores that stand at the same height in a month are one mark', () => {
	expect(marksOf(monthsOf(1, [mark({ score: 10 }), mark({ score: 10 }), mark({ score: 2 })]))).toHaveLength(2);
});

test.each([
	['on a phone', widthFor],
	['on a screen', () => 980]
])('no two marks lie on one another %s', (_, widthOf) => {
	const alike = [mark({ score: 9 }), mark({ score: 10 }), mark({ metric: 'csat', score: 5 }), mark({ score: 8 })];
	for (const n of [1, 24, 36, 60]) {
		const months = monthsOf(n, alike);
		const { symbolSize, data } = marksDrawn(months, widthOf(months));
		const at = data.map(({ value: [i, height] }) => ({
			x: (i * (widthOf(months) - 72)) / n,
			y: height * (customerRevenueHeight - 52)
		}));
		for (const [a, one] of at.entries())
			for (const other of at.slice(a + 1))
				expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThanOrEqual(symbolSize);
	}
});

test('a month has room for a number on a phone; on a screen many months have room for dots', () => {
	const months = monthsOf(60, [mark({})]);
	expect(marksDrawn(months, 980).symbolSize).toBeLessThan(marksDrawn(months, widthFor(months)).symbolSize);
});
