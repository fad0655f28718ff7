import { describe, expect, test } from 'vitest';
import { onPage } from '#ui/charts/palette.ts';
import { byMonthOption } from '../../reviews/view/by-month-option.ts';
import { seriesFrom } from '../../surveys/series.ts';
import { groupCounts, loyalty } from '../loyalty.ts';
import { loyaltyByMonth } from '../loyalty-months.ts';
import { versionText } from '../explained.ts';
import type { Measure } from './loyalty.ts';
import { loyaltyVersions } from './loyalty.ts';
import { definitionOn, linesThrough, versionOn } from './versions.ts';
import type { Versioned } from './versions.ts';

const nps = seriesFrom('nps:relationship');

/** From May on passives count half: what the product never did. */
const changed: Versioned<Measure> = {
	id: 'nps',
	name: 'NPS',
	unit: 'points',
	versions: [
		{ from: null, what: '', meaning: 'Nines and tens promote.', interval: 'Wald', rule: loyalty },
		{
			from: '2026-05-01',
			what: 'passives count half.',
			meaning: 'Passives count half.',
			interval: 'Wald',
			rule: (series, { high, middle, low, answers }) =>
				loyalty(series, { high: high + middle / 2, middle: middle / 2, low, answers })
		}
	]
};

describe('a definition that changed', () => {
	test('holds from its day on; the day before is told by the one before', () => {
		expect(versionOn(changed, '2026-04-30').meaning).toBe('Nines and tens promote.');
		expect(versionOn(changed, '2026-05-01').meaning).toBe('Passives count half.');
		expect(definitionOn(changed, '2026-04-30')).toMatchObject({ version: 1, changes: [] });
		expect(versionText(definitionOn(changed, '2026-06-01'))).toEqual([
			'Definition nps, version 2.',
			'Version 2 since 1 May 2026: passives count half.'
		]);
	});

	test('is drawn by both versions through the change, and by one alone outside it', () => {
		const versions = (from: string, to: string) =>
			linesThrough(changed, { from, to }, () => []).map(({ version }) => version);
		expect(versions('2026-03-01', '2026-08-31')).toEqual([1, 2]);
		expect(versions('2025-03-01', '2026-04-30')).toEqual([1]);
		expect(versions('2026-05-01', '2026-08-31')).toEqual([2]);
	});

	test('shows in the months what the change itself did', () => {
		const scores = [
			{ score: 10, answers: 50 },
			{ score: 8, answers: 40 },
			{ score: 2, answers: 10 }
		];
		const lines = loyaltyByMonth(changed, nps, { from: '2026-04-01', months: 3 }, () => groupCounts(nps, scores));
		expect(lines.now.map(({ value }) => value)).toEqual([60, 60, 60]);
		expect(lines.earlier).toMatchObject([
			{ version: 1, until: '2026-05-01', points: [{ value: 40 }, { value: 40 }, { value: 40 }] }
		]);

		const { series } = byMonthOption(
			{ loyalty: lines, revenue: [], events: [] },
			{ series: nps, currency: 'USD', palette: onPage }
		);
		expect(series).toMatchObject([
			{},
			{},
			{ name: 'NPS', data: [60, 60, 60] },
			{},
			{ name: 'NPS, version 1', data: [40, 40, 40] },
			{ name: 'Events', data: [null, null, null] }
		]);
	});
});

test('today every score is told by its second version throughout, which is the same line with other intervals', () => {
	for (const versioned of Object.values(loyaltyVersions)) {
		expect(linesThrough(versioned, { from: '2020-01-01', to: '2030-01-01' }, () => [])).toEqual([
			{ version: 2, until: null, points: [] }
		]);
		expect(versionText(definitionOn(versioned, '2026-01-01'))).toEqual([
			`Definition ${versioned.id}, version 2.`,
			expect.stringContaining('Version 2 since 27 Nov 2026: The score is what it was') as string
		]);
	}
});
