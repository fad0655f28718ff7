import { describe, expect, test } from 'vitest';
import type { Estimate } from '#stats/estimate.ts';
import { notEstimable } from '#stats/estimate.ts';
import { seededRandom } from '#stats/random.ts';
import { fixedEffects } from '#stats/regression/fixed-effects.ts';
import type { PricedAnswer } from './answers.ts';
import { columnsOf, stepOf } from './columns.ts';
import { reliabilityWithin, slopeAsSeen, slopeWithin, valueByGroup, valueByStep } from './from-sums.ts';
import { disagrees, ladder } from './ladder.ts';
import { lagProfile, monthNumber } from './lag-profile.ts';
import { paidBefore, priceOfAPoint } from './price.ts';
import type { Price } from './price.ts';
import { movesFromUrl, pricedRoutes, whatIf } from './routes.ts';
import { troubleWith } from './over-time.ts';
import { strataOf } from './strata.ts';
import { addUp, emptySums } from './sums.ts';
import { withinSlope } from './within-slope.ts';

const nps = { id: 'nps:relationship', metric: 'nps', highIsGood: true, about: 'relationship' } as const;
const csat = { id: 'csat:support', metric: 'csat', highIsGood: true, about: 'support' } as const;
const effort = { id: 'ces-reversed:support', metric: 'ces', highIsGood: false, about: 'support' } as const;

let people = 0;
const answer = (given: Partial<PricedAnswer>): PricedAnswer => ({
	customer: ++people,
	segment: 'Team',
	tenureMonths: 30,
	perYear: 1_000,
	score: 9,
	after: 0,
	before: 0,
	previousScore: null,
	month: '2025-01-01',
	...given
});
const times = (n: number, given: Partial<PricedAnswer>) => Array.from({ length: n }, () => answer(given));
const sumsOf = (answers: PricedAnswer[], of: number[], series: typeof nps | typeof csat = nps) => {
	const columns = columnsOf(answers, { of: Int32Array.from(of), unmatched: Math.max(...of) + 1 }, series);
	const all = Int32Array.from({ length: columns.begins.length - 1 }, (_, i) => i);
	return addUp(columns, all, emptySums(columns));
};
const ok = (found: unknown) => {
	expect(found).toMatchObject({ status: 'ok' });
	return found as Estimate;
};
const chance = (seed = 1) => ({ random: seededRandom(seed), draws: 400 });

describe('among like customers', () => {
	/** Small customers answer 6 and 8 and bring 100 and 120; large ones 8 and 10 and bring 1,000 and 1,060. */
	const small = [answer({ score: 6, after: 100 }), answer({ score: 8, after: 120 })];
	const large = [answer({ score: 8, after: 1_000 }), answer({ score: 10, after: 1_060 })];

	test('the slope is that within strata: 10 a point among the small, 30 among the large, 20 for both', () => {
		expect(slopeWithin(sumsOf(small, [0, 0]))).toBeCloseTo(10, 10);
		expect(slopeWithin(sumsOf(large, [0, 0]))).toBeCloseTo(30, 10);
		expect(slopeWithin(sumsOf([...small, ...large], [0, 0, 1, 1]))).toBeCloseTo(20, 10);
	});

	test('as seen each customer counts once, whatever stratum they are in and however often they answer', () => {
		// A large one answers 10 four times and brings 1,000, two small ones 6 and 8 and bring 100 and 120. By hand, each
		// once: means 8 and 406.67, Σ(x − 8)(y − 406.67) = −2·−306.67 + 2·593.33 = 1,800 over 8 squared steps: 225.
		const often = Array.from({ length: 4 }, () => answer({ customer: 1_000_000, score: 10, after: 1_000 }));
		const [six, eight] = small;
		const strata = [
			[0, 0, 1, 1, 1, 1],
			[0, 1, 0, 1, 0, 1]
		];
		for (const of of strata) expect(slopeAsSeen(sumsOf([six, eight, ...often], of))).toBeCloseTo(225, 10);
	});

	test('as seen it is larger, because the large are happier: 1,920 for 8 squared steps, 240', () => {
		expect(slopeAsSeen(sumsOf([...small, ...large], [0, 0, 1, 1]))).toBeCloseTo(240, 10);
	});

	test('a stratum counts by its customers, not by how often they answer', () => {
		const talkative = large.flatMap((one) => Array.from({ length: 3 }, () => one));
		expect(slopeWithin(sumsOf([...small, ...talkative], [0, 0, 1, 1, 1, 1, 1, 1]))).toBeCloseTo(20, 10);
	});

	test('equal answers have no slope, and nobody has none either', () => {
		expect(slopeWithin(sumsOf(times(4, { score: 8, after: 100 }), [0, 0, 0, 0]))).toBeNaN();
		expect(slopeWithin(sumsOf([answer({})], [0]))).toBeNaN();
	});

	test('who paid more when they answered pays more afterwards, and that is no merit of the score', () => {
		// Revenue follows what was paid a year alone; by chance the happy paid a little more.
		const even = [4, 6, 8, 10].map((score, i) => {
			const perYear = 1_000 + [0, 30, 10, 60][i];
			return answer({ score, perYear, after: 2 * perYear });
		});
		expect(slopeAsSeen(sumsOf(even, [0, 0, 0, 0]))).toBeCloseTo(16, 10);
		expect(slopeWithin(sumsOf(even, [0, 0, 0, 0]))).toBeCloseTo(0, 8);
	});

	test('groups are valued as if all customers were in them', () => {
		const everyGroup = [
			...times(2, { score: 3, after: 100 }),
			...times(1, { score: 7, after: 160 }),
			...times(3, { score: 10, after: 180 }),
			...times(1, { score: 6, after: 1_000 }),
			...times(1, { score: 8, after: 1_200 }),
			...times(2, { score: 9, after: 1_250 })
		];
		const values = valueByGroup(sumsOf(everyGroup, [0, 0, 0, 0, 0, 0, 1, 1, 1, 1]), [
			...Array<'low'>(7).fill('low'),
			'middle',
			'middle',
			'high',
			'high'
		]);
		expect(values).toEqual({ low: 0.6 * 100 + 0.4 * 1_000, middle: 0.6 * 160 + 0.4 * 1_200, high: 608 });
	});

	test('each score lies as far from all as its answers lie from their like', () => {
		const values = valueByStep(sumsOf([...small, ...large], [0, 0, 1, 1]));
		expect(values[6]).toBeCloseTo(570 - 10, 10);
		expect(values[8]).toBeCloseTo(570 + (10 - 30) / 2, 10);
		expect(values[10]).toBeCloseTo(570 + 30, 10);
		expect(values[0]).toBeNaN();
	});

	test('answers that half repeat themselves are half reliable', () => {
		const repeated = [
			answer({ score: 6, previousScore: 7 }),
			answer({ score: 8, previousScore: 8 }),
			answer({ score: 10, previousScore: 9 })
		];
		expect(reliabilityWithin(sumsOf(repeated, [0, 0, 0]))).toBeCloseTo(0.5, 10);
	});

	test('the quick interval is that of least squares within strata with errors by customer', () => {
		const random = seededRandom(7);
		const answers = Array.from({ length: 90 }, () =>
			answer({
				customer: Math.floor(random() * 1e9),
				score: Math.floor(random() * 11),
				after: Math.floor(random() * 500)
			})
		).sort((a, b) => a.customer - b.customer);
		const of = answers.map((_, i) => i % 3);
		const columns = columnsOf(answers, { of: Int32Array.from(of), unmatched: 3 }, nps);
		const fit = fixedEffects(
			{ y: answers.map(({ after }) => after), x: { score: answers.map(({ score }) => score) }, unit: of },
			{ cluster: answers.map(({ customer }) => customer), smallSample: 'none' }
		);
		if (fit.status !== 'ok') throw new Error(fit.reason);
		const reference = fit.coefficients.score as Estimate & { se: number };
		const found = ok(withinSlope(columns, columns.after));

		expect(found.value).toBeCloseTo(reference.value, 8);
		expect((found.high - found.value) / 1.98698 / Math.sqrt(90 / 89)).toBeCloseTo(reference.se, 3);
	});
});

describe('the same customers over time', () => {
	const told = (value: number, margin: number): Estimate => ({
		...{ status: 'ok', value, n: 500 },
		...{ low: value - margin, high: value + margin }
	});

	test('are told when enough of them moved and the year before did not', () => {
		expect(troubleWith(told(100, 50), 30, { value: 40, p: 0.4 })).toBeNull();
		expect(troubleWith(told(100, 50), 29, { value: 0, p: 0.9 })).toBe('only 29 customers changed their answer');
		expect(troubleWith(told(100, 50), 30, null)).toBeNull();
	});

	test('are not where it did beyond chance, however little, or half as much, however much by chance', () => {
		expect(troubleWith(told(100, 50), 300, { value: -10, p: 0.05 })).toBe('the money moved before the answer did');
		expect(troubleWith(told(100, 50), 300, { value: -60, p: 0.3 })).toBe(
			'the money of the year before moved at least half as much'
		);
		expect(troubleWith(told(10, 50), 300, { value: -60, p: 0.3 })).toBeNull();
	});
});

describe('who is alike', () => {
	const groups = (given: Partial<PricedAnswer>) => [3, 8, 10].flatMap((score) => times(5, { ...given, score }));

	test('the same segment, tenure and yearly revenue, each group with five answers', () => {
		const { of, unmatched } = strataOf(
			[...groups({}), ...groups({ segment: 'Solo' }), ...groups({ tenureMonths: 3 }), ...groups({ perYear: 9_000 })],
			nps
		);
		expect(unmatched).toBe(4);
		expect(new Set(of).size).toBe(4);
	});

	test('thin bands of revenue join their neighbours', () => {
		const { of, unmatched } = strataOf([...groups({}), ...times(3, { perYear: 50_000 })], nps);
		expect(unmatched).toBe(1);
		expect(new Set(of)).toEqual(new Set([0]));
	});

	test('a segment without detractors finds no match and is counted', () => {
		const { of, unmatched } = strataOf([...groups({}), ...times(20, { segment: 'Solo', score: 10 })], nps);
		expect(unmatched).toBe(1);
		expect(of.filter((stratum) => stratum === unmatched)).toHaveLength(20);
	});

	test('who pays nothing yet is like others who pay nothing yet', () => {
		expect(strataOf(groups({ perYear: 0 }), nps).unmatched).toBe(1);
	});

	test('nobody at all makes no strata', () => {
		expect(strataOf([], nps)).toEqual({ of: new Int32Array(0), unmatched: 0 });
	});

	test('a low effort is the better answer', () => {
		expect([1, 4, 7].map((score) => stepOf(effort, score))).toEqual([6, 3, 0]);
	});
});

describe('the price', () => {
	/** Like customers whose revenue follows from their answer, with some noise of its own. */
	const company = (perPoint: number, n = 600, seed = 3): PricedAnswer[] => {
		const random = seededRandom(seed);
		return Array.from({ length: n }, () => {
			const score = Math.floor(random() * 11);
			return answer({ score, after: 10_000 + perPoint * score + 2_000 * (random() - 0.5), previousScore: score });
		});
	};

	test('an effect that is there is found, with its interval, and graded C', () => {
		const price = priceOfAPoint(company(100), new Map(), nps, chance()) as Price;
		const [asSeen, like, , experiment] = ladder(price);
		expect(ok(like.price).low).toBeLessThan(100);
		expect(ok(like.price).high).toBeGreaterThan(100);
		expect([asSeen, like, experiment].map(({ grade, isDetectable }) => [grade, isDetectable])).toEqual([
			['D', true],
			['C', true],
			['A', false]
		]);
		expect(experiment.price).toEqual(notEstimable('no finished bet with a hold-out'));
	});

	test('without an effect it is not detectable', () => {
		const price = priceOfAPoint(company(0), new Map(), nps, chance());
		expect(ladder(price)[1]).toMatchObject({ isDetectable: false, price: { status: 'ok' } });
	});

	test('the same data and seed give the same figures, and ten times the money ten times the price', () => {
		const answers = company(100, 200);
		const price = priceOfAPoint(answers, new Map(), nps, chance()) as Price;
		expect(priceOfAPoint(answers, new Map(), nps, chance())).toEqual(price);
		const rich = answers.map((one) => ({ ...one, after: 10 * one.after }));
		const dear = priceOfAPoint(rich, new Map(), nps, chance()) as Price;
		expect(ok(dear.likeForLike.perPoint).value).toBeCloseTo(10 * ok(price.likeForLike.perPoint).value, 6);
	});

	test('few customers, and customers of whom hardly anybody pays, have no price', () => {
		expect(priceOfAPoint([], new Map(), nps, chance())).toMatchObject({ status: 'not_estimable' });
		expect(priceOfAPoint(company(100, 20), new Map(), nps, chance())).toMatchObject({
			reason: 'only 20 customers have answered and been followed for a year since'
		});
		const gone = company(100, 60).map((one, i) => ({ ...one, after: i < 3 ? one.after : 0 }));
		expect(priceOfAPoint(gone, new Map(), nps, chance())).toMatchObject({
			reason: 'only 3 of 60 customers paid anything in the year after they answered'
		});
	});

	test('where hardly anybody comes back, a few who do are no price', () => {
		const shop = [...times(300, { score: 1 }), ...times(300, { score: 5 })].map((one, i) => ({
			...one,
			after: i === 0 || (i >= 300 && i < 320) ? 5_000 : 0
		}));
		expect(priceOfAPoint(shop, new Map(), csat, chance())).toEqual(
			notEstimable('only 1 of 300 dissatisfied paid anything in the year after they answered')
		);
	});

	test('who had spent less before the happier they were is told', () => {
		const shop = [1, 3, 5].flatMap((score) => times(20, { score, before: 1_000 - 100 * score }));
		expect(ok(paidBefore(shop, csat)).value).toBeCloseTo(-100, 8);
		expect(paidBefore([], csat).status).toBe('not_estimable');
	});

	test('answers that all agree have none either', () => {
		const price = priceOfAPoint(times(50, { score: 10, after: 100 }), new Map(), nps, chance());
		expect(ladder(price).every(({ isDetectable }) => !isDetectable)).toBe(true);
	});

	test('ten customers who carry it all are told, and no number is made for the others', () => {
		const whales = Array.from({ length: 10 }, (_, i) => answer({ score: i < 5 ? 10 : 3, after: i < 5 ? 5e6 : 1e6 }));
		const price = priceOfAPoint([...company(0, 200), ...whales], new Map(), nps, chance()) as Price;
		expect(ok(price.likeForLike.perPoint).low).toBeGreaterThan(0);
		expect(ladder(price)[1].price).toEqual(notEstimable('it rests on ten large customers'));
	});

	test('a customer’s own answers that contradict the comparison are said', () => {
		const [asSeen, like, overTime, experiment] = ladder(priceOfAPoint(company(100), new Map(), nps, chance()));
		const against = {
			...overTime,
			price: { status: 'ok', value: -5, low: -9, high: -1, n: 40 },
			isDetectable: true
		} as const;
		expect(disagrees([asSeen, like, against, experiment])).toBe(true);
		expect(disagrees([asSeen, like, overTime, experiment])).toBe(false);
	});

	test('where churn follows the score exactly, still only money is told, never a hazard', () => {
		const separated = Array.from({ length: 200 }, (_, i) =>
			answer({ score: (i % 5) + 1, after: i % 5 < 2 ? 0 : 5_000 + (i % 7), previousScore: (i % 5) + 1 })
		);
		const price = priceOfAPoint(separated, new Map(), csat, chance()) as Price;
		expect(JSON.stringify(price)).not.toMatch(/hazard|null,"high"|Infinity/);
		expect(price.hidden).toBeNull();
		expect(price.likeForLike.ratio.status).toBe('not_estimable');
	});
});

test('a point pays in the months after the answer and not before', () => {
	const answers = [3, 8, 10].flatMap((score) => times(40, { score, month: '2025-06-01', previousScore: score }));
	const money = new Map(
		answers.map(({ customer, score }) => [
			customer,
			new Map(Array.from({ length: 24 }, (_, i) => [monthNumber('2024-06-01') + i, i > 12 ? 100 + score : 100]))
		])
	);
	const columns = columnsOf(answers, strataOf(answers, nps), nps);
	const { months: lag, before } = lagProfile(answers, columns, money, {
		status: 'ok',
		value: 0.5,
		low: 0.4,
		high: 0.6,
		n: 120
	});

	expect(ok(before).value).toBe(0);
	expect(lag.map(({ month }) => month)).toEqual(Array.from({ length: 19 }, (_, i) => i - 6));
	expect(lag.filter(({ month }) => month <= 0).map(({ perPoint }) => ok(perPoint).value)).toEqual(Array(7).fill(0));
	for (const { perPoint } of lag.filter(({ month }) => month > 0 && month < 12))
		expect(ok(perPoint).value).toBeCloseTo(2);
});

describe('routes to a point', () => {
	/** The example of the definition: 10,000 customers at 1,000 / 900 / 400. */
	const of = (value: number): Estimate => ({ status: 'ok', value, low: value - 50, high: value + 50, n: 100 });
	const price = {
		status: 'ok',
		likeForLike: { lowToMiddle: of(500), middleToHigh: of(100), lowToHigh: of(600) }
	} as Price;

	test('the definition’s example: 50,000, 10,000 and 30,000', () => {
		expect(pricedRoutes(price, 'nps', 10_000).map(({ perYear }) => ok(perYear).value)).toEqual([
			50_000, 10_000, 30_000
		]);
	});

	test('satisfaction has no points that count twice', () => {
		expect(pricedRoutes(price, 'csat', 10_000).map(({ customersMoved }) => customersMoved)).toEqual([100, 100, 100]);
	});

	test('moves add up, and so do the ends of their intervals', () => {
		const priced = pricedRoutes(price, 'nps', 10_000);
		expect(whatIf(priced, { lowToMiddle: 2, middleToHigh: 1, lowToHigh: 0 })).toMatchObject({
			value: 110_000,
			low: 95_000,
			high: 125_000
		});
		expect(whatIf(priced, { lowToMiddle: 0, middleToHigh: 0, lowToHigh: 0 })).toBeNull();
	});

	test('a route without a price leaves the whole without one', () => {
		const priced = pricedRoutes(notEstimable('nobody'), 'nps', 10_000);
		expect(whatIf(priced, { lowToMiddle: 1, middleToHigh: 0, lowToHigh: 0 })).toEqual(notEstimable('nobody'));
	});

	test('an address holds points that could be believed', () => {
		const moves = movesFromUrl(new URLSearchParams('lowToMiddle=2.3&middleToHigh=-4&lowToHigh=1e9'));
		expect(moves).toEqual({ lowToMiddle: 2.5, middleToHigh: 0, lowToHigh: 20 });
		expect(movesFromUrl(new URLSearchParams('lowToMiddle=x'))).toEqual({
			lowToMiddle: 0,
			middleToHigh: 0,
			lowToHigh: 0
		});
	});
});
