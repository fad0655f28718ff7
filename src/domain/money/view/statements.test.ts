import { describe, expect, test } from 'vitest';
import { onPage } from '#ui/charts/palette.ts';
import { notEstimable } from '#stats/estimate.ts';
import { earnedGrowthDefinition } from '../earned-growth.ts';
import { lifetimeDefinitions } from '../lifetime/definitions.ts';
import { seriesFrom } from '../../surveys/series.ts';
import { survivalByGroup } from '../survival-by-group.ts';
import { bandsOf, revenueByGroupOption } from './revenue-by-group-option.ts';
import { earnedGrowthText, lifetimeValueText, longerText, workedOutText } from './statement-text.ts';

const estimate = (value: number, low: number, high: number) => ({ status: 'ok', value, low, high, n: 100 }) as const;
const figure = (
	definition: typeof earnedGrowthDefinition,
	of: ReturnType<typeof estimate> | ReturnType<typeof notEstimable>
) => ({
	definition,
	estimate: of,
	population: 'everybody',
	excluded: []
});

describe('a statement in words', () => {
	test('earned growth, its range, and its share of all growth', () => {
		const growth = figure(earnedGrowthDefinition, estimate(0.061, 0.04, 0.082));
		expect(earnedGrowthText({ figure: growth, ratio: estimate(0.38, 0.2, 0.5), lines: [] })).toBe(
			'Earned growth is 6.1% of last year’s revenue, between 4.0% and 8.2%: 38% of all growth.'
		);
		const shrunk = notEstimable('revenue did not grow, so there is no growth to have earned');
		expect(earnedGrowthText({ figure: growth, ratio: shrunk, lines: [] })).toMatch(/8\.2%; revenue did not grow/);
		const unknown = figure(earnedGrowthDefinition, notEstimable('nobody was asked'));
		expect(earnedGrowthText({ figure: unknown, ratio: shrunk, lines: [] })).toBe('No earned growth: nobody was asked.');
	});

	test('lifetime value, how old it is, and why there is none', () => {
		const asset = (of: Parameters<typeof figure>[1], isStale = false) => ({
			value: figure(lifetimeDefinitions(null).value, of),
			median: figure(lifetimeDefinitions(null).value, of.status === 'ok' ? estimate(9_200_00, 9_000_00, 9_400_00) : of),
			equity: figure(lifetimeDefinitions(null).value, of),
			lines: [],
			workedOut: { at: new Date('2026-11-24T06:00:00Z'), method: 'survival', isStale }
		});
		const known = asset(estimate(33_800_00, 31_000_00, 36_600_00));
		expect(lifetimeValueText(known, 'USD')).toBe(
			'A customer who pays is worth $33.8k on average, between $31k and $36.6k; half are worth less than $9.2k.'
		);
		expect(workedOutText(known, 'UTC')).toBe('Worked out on 24 Nov 2026, 06:00.');
		expect(workedOutText(asset(notEstimable('few'), true), 'UTC')).toContain('before the latest import');
		expect(lifetimeValueText(asset(notEstimable('too few have come back')), 'USD')).toBe(
			'No lifetime value: too few have come back.'
		);
		expect(workedOutText({ ...known, workedOut: null }, 'UTC')).toBe('');
	});

	test('how much longer the happy stay is claimed only beyond noise', () => {
		const stay = (score: number, eventMonth: string, customers: number) => ({
			subscribes: true,
			answerMonth: '2025-01-01',
			eventMonth,
			score,
			customers
		});
		const told = (leftLow: number, leftHigh: number) =>
			longerText(
				survivalByGroup(
					seriesFrom('nps:relationship'),
					[
						stay(9, '2025-06-01', leftHigh),
						stay(9, 'infinity', 100 - leftHigh),
						stay(3, '2025-06-01', leftLow),
						stay(3, 'infinity', 100 - leftLow)
					],
					'2026-06-01'
				)
			);
		expect(told(60, 10)).toMatch(
			/^Promoters stay 3\.0 months longer than detractors out of the first 12 \(2\.\d to 3\.\d\)\.$/
		);
		expect(told(10, 60)).toContain('3.0 months shorter');
		expect(told(30, 30)).toContain('do not differ beyond noise');
	});
});

test('revenue by group stacks the unhappy first, and the silent on top', () => {
	const months = [{ month: '2026-10-01', high: 300, middle: 200, low: 100, silent: 400 }];
	expect(bandsOf('nps').map(({ name }) => name)).toEqual(['Detractors', 'Passives', 'Promoters', 'Silent']);
	expect(revenueByGroupOption(months, { metric: 'nps', currency: 'USD', palette: onPage })).toMatchObject({
		series: [{ data: [100] }, { data: [200] }, { data: [300] }, { data: [400] }]
	});
});
