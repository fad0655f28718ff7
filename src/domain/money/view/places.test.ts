import { describe, expect, test } from 'vitest';
import { notEstimable } from '#stats/estimate.ts';
import type { StayingGroup } from '../staying.ts';
import {
	followTheMoneyPlaces,
	revenueByGroupPlaces,
	valueByScorePlaces,
	whenItPaysPlaces,
	whoStaysPlaces
} from './places.ts';

const money = { status: 'ok', value: 1_200_00, low: 1_000_00, high: 1_400_00, n: 40 } as const;
const none = notEstimable('too few answers');

describe('where something can be pinned to a chart', () => {
	test('is each score, by its number and not by where it is drawn; without a figure it says nothing', () => {
		const byScore = [
			{ score: 6, feeling: 'low', revenue: money, customers: 40 },
			{ score: 7, feeling: 'middle', revenue: none, customers: 1 }
		] as const;
		const { places } = followTheMoneyPlaces({ byScore: [...byScore] }, 'USD');
		expect(places).toEqual([
			{
				key: 'score:6',
				name: 'score 6',
				at: { x: 0, y: null },
				says: '$1.2k per customer ($1k to $1.4k), 40 customers'
			},
			{ key: 'score:7', name: 'score 7', at: { x: 1, y: null }, says: null }
		]);
	});

	test('is who said nothing, and each month around the answer', () => {
		const silent = { name: 'Asked, silent', score: null, feeling: null, value: none, n: 9 };
		expect(valueByScorePlaces([silent], 'USD').places).toMatchObject([{ key: 'group:asked, silent', says: null }]);
		const months = [-6, 0, 12].map((month) => ({ month, perPoint: money }));
		expect(whenItPaysPlaces({ months }, 'USD').places.map(({ key, name }) => [key, name])).toEqual([
			['lag:-6', '6 mo before'],
			['lag:0', 'the month of the answer'],
			['lag:12', '12 mo after']
		]);
	});

	test('is each curve at its end, where it has one, and the months of the axis', () => {
		const points = [1, 9].map((time) => ({ time, survival: 1 - time / 100, thin: false }));
		const curve = { status: 'ok', points, followedUntil: 9, n: 40 } as unknown as StayingGroup['curve'];
		const groups: StayingGroup[] = [
			{ feeling: 'high', name: 'Promoters', curve },
			{ feeling: 'low', name: 'Detractors', curve: none }
		];
		const { places } = whoStaysPlaces({ sees: 'who stays', groups });
		expect(places[0]).toEqual({
			key: 'group:high',
			name: 'promoters',
			at: { x: 9, y: 0.91 },
			says: '91.0% kept after 9 months'
		});
		expect(places.slice(1).map(({ key }) => key)).toEqual([3, 6, 9, 12, 15, 18, 21, 24].map((m) => `after:${m}`));
		expect(places.at(-1)).toMatchObject({ at: { x: 24, y: null }, says: null });
	});

	test('is each month of revenue, and one without any says nothing', () => {
		const months = [
			{ month: '2026-10-01', high: 500_00, middle: 0, low: 100_00, silent: 0 },
			{ month: '2026-11-01', high: 0, middle: 0, low: 0, silent: 0 }
		];
		expect(revenueByGroupPlaces({ months }, { metric: 'nps' }, 'USD').places).toMatchObject([
			{ key: 'month:2026-10', name: 'Oct 2026', says: 'Detractors $100, Promoters $500' },
			{ key: 'month:2026-11', says: null }
		]);
	});
});
