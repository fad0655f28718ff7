import { describe, expect, test } from 'vitest';
import type { Estimate } from '#stats/estimate.ts';
import { notEstimable } from '#stats/estimate.ts';
import { ladder } from '../price/ladder.ts';
import type { Price } from '../price/price.ts';
import { pricedRoutes } from '../price/routes.ts';
import { priceFigures } from '../price-figures.ts';
import type { PriceNow } from '../price.server.ts';
import { beforehand, doubt, fixOrDelight, movedText, priceSentence, routeName } from './price-text.ts';

const nps = { id: 'nps:relationship', metric: 'nps', highIsGood: true, about: 'relationship' } as const;
const csat = { id: 'csat:support', metric: 'csat', highIsGood: true, about: 'support' } as const;
const of = (value: number, margin: number): Estimate => ({
	status: 'ok',
	value,
	low: value - margin,
	high: value + margin,
	n: 500
});

const price = (perPoint: Estimate): Price => ({
	status: 'ok',
	customers: 500,
	answers: 900,
	unmatched: 9,
	likeForLike: {
		asSeen: of(1_910_00, 220_00),
		perPointAnswered: of(perPoint.value / 2, 100_00),
		reliability: of(0.5, 0.05),
		perPoint,
		lowToMiddle: of(600_00, 50_00),
		middleToHigh: of(100_00, 150_00),
		lowToHigh: of(700_00, 100_00),
		stepsApart: of(500_00, 160_00),
		ratio: { status: 'ok', value: 1.3, low: 1.2, high: 1.4, n: 500 },
		byScore: [{ score: 10, feeling: 'high', value: of(9_000_00, 100_00), answers: 300 }]
	},
	overTime: { perPoint: of(10, 50), switchers: 200, placebo: { value: 1, p: 0.61 }, trouble: null },
	withoutTen: perPoint.value / 2,
	hidden: { value: 1.92, limit: 1.69 },
	lag: { months: [], before: of(0, 10) }
});
const found = price(of(1_120_00, 280_00));
const told = (of: Price, series: typeof nps | typeof csat = nps) =>
	priceSentence(ladder(of)[1], series, { currency: 'USD', what: 'revenue' })
		?.map(({ text }) => text)
		.join('');

describe('the price in words', () => {
	test('goes with, and never drives', () => {
		expect(told(found)).toBe(
			'One more point of likelihood to recommend goes with $1.1k more revenue per customer in the year after'
		);
		expect(told(price(of(-200_00, 50_00)))).toContain('goes with $200 less revenue');
	});

	test('of satisfaction it does not speak of recommending', () => {
		expect(told(found, csat)).toMatch(/^One more point of satisfaction goes with/);
		expect(routeName('lowToHigh', csat)).toBe('dissatisfied → satisfied');
		expect(routeName('lowToMiddle', nps)).toBe('detractor → passive');
	});

	test('is silent where chance would do', () => {
		expect(told(price(of(100_00, 100_01)))).toBeUndefined();
	});

	test('says how much of what is seen is who the customers are, how steady answers are, and what could hide', () => {
		expect(doubt('like-for-like', found, 'USD')).toBe(
			'Compared within segment, time with us and yearly revenue. As seen, a point answered goes with $1.9k: 71% of that is who the customers are, not what they felt. Single answers wander: 50% of a difference is there again when the same people answer again, so that $560 per point answered stands for more per point felt. Association, not proof: a hidden cause that makes both a high answer and the money 1.9 times as likely would explain it away; 1.7 times as likely would leave it within noise.'
		);
		expect(doubt('over-time', found, 'USD')).toContain('200 customers whose answer moved. Placebo quiet (p 0.61).');
		expect(doubt('as-seen', notEstimable('nobody has answered'), 'USD')).toBe(
			'Not detectable in this data: nobody has answered.'
		);
	});

	test('says where the unhappy had paid more all along', () => {
		expect(beforehand(of(-9_50, 4_00), 'BRL')).toMatch(/the unhappy were the larger ones/);
		expect(beforehand(of(-9_50, 12_00), 'BRL')).toBeNull();
	});

	test('does not round few to nobody', () => {
		expect([86.4, 2.25, 1, 0.4, 0.01].map(movedText)).toEqual([
			'86 customers',
			'2.3 customers',
			'1.0 customer',
			'0.4 customers',
			'0.01 customers'
		]);
	});

	test('tells fix from delight by their difference, also where their intervals overlap', () => {
		const steps = (lowToMiddle: Estimate, stepsApart: Estimate) => {
			const like = { ...found, likeForLike: { ...found.likeForLike, lowToMiddle, stepsApart } };
			return fixOrDelight(pricedRoutes(like, 'nps', 10_000), like, nps);
		};
		const overlapping = of(400_00, 200_00);
		expect(steps(overlapping, of(300_00, 280_00))).toBe(
			'Moving detractors up is worth more than winning over passives.'
		);
		expect(steps(overlapping, of(300_00, 310_00))).toBe(
			'Which of the two steps pays better cannot be said yet: their difference may be nothing.'
		);
		expect(steps(overlapping, of(-300_00, 280_00))).toBe(
			'Turning passives into promoters is worth more than moving detractors up.'
		);
		const nothing = notEstimable('nobody');
		expect(fixOrDelight(pricedRoutes(nothing, 'nps', 10_000), nothing, nps)).toBe('');
	});
});

test('every price is a figure with its grade, what it means and whom it leaves out', () => {
	const now: PriceNow = {
		price: found,
		silent: [{ name: 'Never asked', customers: 40, value: of(5_000_00, 10_00), unmatched: 0 }],
		before: of(1, 5),
		hadLeft: 3,
		asOf: '2026-10-01',
		at: null,
		seed: 1,
		every: 1,
		margin: null,
		source: null
	};
	const figures = priceFigures(now, nps, 10_000);
	expect(figures.map(({ definition: { id }, grade, isDetectable }) => [id, grade, isDetectable])).toEqual([
		['price_of_a_point.as_seen', 'D', true],
		['price_of_a_point.like_for_like', 'C', true],
		['price_of_a_point.over_time', 'B', false],
		['price_of_a_point.experiment', 'A', false],
		['price_of_a_point.per_point_answered', 'C', true],
		['price_of_a_point.detractors_to_passives', 'C', true],
		['price_of_a_point.passives_to_promoters', 'C', false],
		['price_of_a_point.detractors_to_promoters', 'C', true],
		['price_of_a_point.reliability', undefined, true],
		['price_of_a_point.before', 'D', false],
		['value_after_answer.10', 'C', true],
		['value_after_answer.never_asked', 'D', true]
	]);
	// All 500 are drawn for an interval; a score's own figure is of the 300 answers that gave it.
	const [seen, ten] = ['price_of_a_point.as_seen', 'value_after_answer.10'].map((id) =>
		figures.find(({ definition }) => definition.id === id)
	);
	expect(seen?.estimate).toMatchObject({ n: 500 });
	expect(seen?.population).toBe(
		'500 customers who answered one to three years before the end of Oct 2026, 900 answers'
	);
	expect(ten?.estimate).toMatchObject({ n: 300 });
	expect(figures[0].excluded.map(({ count }) => count)).toEqual([9, 3]);
	// Who said nothing is not of those who answered.
	expect(figures.at(-1)).toMatchObject({
		population: '40 customers whom nobody had asked, three years to one year before the end of Oct 2026',
		excluded: []
	});
});
