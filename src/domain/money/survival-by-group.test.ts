import { describe, expect, test } from 'vitest';
import { seriesFrom } from '../surveys/series.ts';
import { survivalByGroup, trendText } from './survival-by-group.ts';

const nps = seriesFrom('nps:relationship');
const asOf = '2026-06-01';
const stay = (score: number, eventMonth: string, customers: number, answerMonth = '2025-01-01', subscribes = true) => ({
	subscribes,
	answerMonth,
	eventMonth,
	score,
	customers
});

describe('survival by group', () => {
	// By hand: of 20 detractors 10 leave in the sixth month, of 20 promoters none; the first twelve months hold 12 and 9.
	const stays = [
		stay(9, 'infinity', 20),
		stay(8, '2025-12-01', 3),
		stay(8, 'infinity', 17),
		stay(3, '2025-06-01', 10),
		stay(3, 'infinity', 10)
	];

	test('tells how many were still followed at each month', () => {
		const { months, atRisk } = survivalByGroup(nps, stays, asOf);
		expect(months).toEqual([0, 6, 12, 18, 24]);
		expect(atRisk).toEqual({ high: [20, 20, 20, 20, 0], middle: [20, 20, 20, 17, 0], low: [20, 20, 10, 10, 0] });
	});

	test('promoters stay three months longer out of the first twelve', () => {
		const { longer } = survivalByGroup(nps, stays, asOf);
		expect(longer.estimate).toMatchObject({ status: 'ok', value: expect.closeTo(3, 10), n: 40 });
	});

	test('the trend is said in words', () => {
		const found = survivalByGroup(nps, stays, asOf);
		expect(trendText(found)).toMatch(/hardly chance \(log-rank trend, p (= 0\.\d+|< 0\.0001)\)/);
		const alike = [9, 8, 3].flatMap((score) => [stay(score, '2025-06-01', 5), stay(score, 'infinity', 15)]);
		expect(trendText(survivalByGroup(nps, alike, asOf))).toContain('no more than chance');
		expect(trendText(survivalByGroup(nps, [], asOf))).toContain('cannot be told');
	});

	test('where nobody subscribes, coming back sooner counts as better', () => {
		const back = [
			stay(9, '2025-03-01', 10, '2025-01-01', false),
			stay(9, 'infinity', 10, '2025-01-01', false),
			stay(3, 'infinity', 20, '2025-01-01', false)
		];
		const found = survivalByGroup(nps, back, asOf);
		expect(found.sees).toBe('who comes back');
		// Half of the promoters are back after three of the twelve months: 4.5 months sooner on average.
		expect(found.longer.estimate).toMatchObject({ value: expect.closeTo(4.5, 10) });
	});

	test('a window that nobody was followed through is a dash', () => {
		expect(survivalByGroup(nps, [stay(9, 'infinity', 20, '2026-05-01')], asOf).longer.estimate).toMatchObject({
			status: 'not_estimable'
		});
	});

	test('groups of whom nobody was lost are not wholly apart: nothing tells them apart', () => {
		const all = [9, 3].flatMap((score) => [stay(score, 'infinity', 15), stay(score, 'infinity', 15)]);
		expect(survivalByGroup(nps, all, asOf).longer.estimate).toMatchObject({
			reason: 'nothing tells the groups apart, and how far off that could be does not show'
		});
		const young = [9, 3].map((score) => stay(score, 'infinity', 15, '2026-05-01'));
		expect(survivalByGroup(nps, young, asOf).longer.estimate).toMatchObject({
			reason: 'nobody has been followed for 12 months yet'
		});
	});
});
