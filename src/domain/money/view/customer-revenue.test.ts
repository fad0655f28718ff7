import { expect, test } from 'vitest';
import { onPage } from '#ui/charts/palette.ts';
import type { ScoreMark } from '../../voice/server.ts';
import { customerRevenueOption, heightOf, marksOf } from './customer-revenue-option.ts';

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
	expect(customerRevenueOption(months, { currency: 'USD', palette: onPage, chosen: null })).toMatchObject({
		series: [
			{ data: [{ value: 1000 }, { value: null }] },
			{ data: [{ value: [1, 0.3], itemStyle: { color: onPage.low } }] }
		]
	});
});

test('scores that would cover one another are one mark, and a crowd of them is dots', () => {
	const month = (i: number, scores: ScoreMark[]) => ({ month: `2026-0${i}-01`, revenue: null, scores });
	expect(marksOf([month(1, [mark({ score: 10 }), mark({ score: 10 }), mark({ score: 2 })])])).toHaveLength(2);
	const crowd = [1, 2, 3].map((i) =>
		month(
			i,
			Array.from({ length: 11 }, (_, score) => mark({ score }))
		)
	);
	const sizeOf = (months: typeof crowd) =>
		(
			customerRevenueOption(months, { currency: 'USD', palette: onPage, chosen: null }).series as {
				symbolSize: number;
			}[]
		)[1].symbolSize;
	expect(sizeOf(crowd)).toBeLessThan(sizeOf(crowd.slice(0, 1)));
});
