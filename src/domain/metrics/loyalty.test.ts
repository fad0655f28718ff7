import { describe, expect, test } from 'vitest';
import { groupCounts, loyalty, loyaltyChange, loyaltyOneByOne } from './loyalty.ts';
import { explainedFigure } from './explained.ts';
import { numbers } from '../reviews/published.ts';
import { figureText } from './view/figure-text.ts';
import type { Figure, Movement } from './figure.ts';
import { mainSeries, seriesFrom } from '../surveys/series.ts';

const nps = seriesFrom('nps:relationship');
const csat = seriesFrom('csat:order');
const effort = seriesFrom('ces-reversed:support');
const scores = (...pairs: [score: number, answers: number][]) => pairs.map(([score, answers]) => ({ score, answers }));

describe('groups', () => {
	test('9 and 10 promote, 7 and 8 are passive, 0 to 6 detract', () => {
		const counts = groupCounts(nps, scores([10, 1], [9, 2], [8, 3], [7, 4], [6, 5], [0, 6]));
		expect(counts).toEqual({ high: 3, middle: 7, low: 11, answers: 21 });
	});

	test('answers without a score are in no group', () => {
		expect(groupCounts(nps, scores([-1, 50], [9, 1]))).toEqual({ high: 1, middle: 0, low: 0, answers: 1 });
	});

	test('where a low answer is the good one, 1 and 2 are', () => {
		expect(groupCounts(effort, scores([1, 2], [2, 3], [3, 5], [5, 7]))).toEqual({
			high: 5,
			middle: 5,
			low: 7,
			answers: 17
		});
	});
});

// Rocks 2016; Lewis and Sauro 2021: adjusted Wald around 23.08 and 86.96.
test.each([
	['324 answers', { high: 162, middle: 108, low: 54, answers: 324 }, 33.333, null],
	['10 answers', { high: 5, middle: 3, low: 2, answers: 10 }, 30, [23.08 - 42.13, 23.08 + 42.13]],
	['20 promoters', { high: 20, middle: 0, low: 0, answers: 20 }, 100, [86.96 - 17.27, 100]]
])('NPS of %s', (_, counts, value, interval) => {
	const found = loyalty(nps, counts);
	if (found.status !== 'ok') throw new Error(found.reason);
	expect(found.value).toBeCloseTo(value, 3);
	if (interval) {
		expect(found.low).toBeCloseTo(interval[0], 1);
		expect(found.high).toBeCloseTo(interval[1], 1);
	}
});

test('CSAT is the share of 4 and 5, with Wilson’s interval', () => {
	// Olist: 4,538 of 8,225.
	const found = loyalty(csat, groupCounts(csat, scores([1, 2_638], [2, 382], [3, 667], [4, 1_184], [5, 3_354])));
	expect(found).toMatchObject({ status: 'ok', n: 8_225 });
	if (found.status === 'ok') expect(found.value).toBeCloseTo(0.551733, 6);
});

describe('several answers of one customer', () => {
	// 400 answers of 200 customers, each of whom said the same twice: no more than their 200 first answers tell.
	const half = (more: number) => groupCounts(nps, scores([10, 110 * more], [7, 50 * more], [2, 40 * more]));
	const twice = { ...half(2), repeated: { repeats: 200, pairs: 400, pairSums: 140, pairProducts: 300 } };
	const width = (found: ReturnType<typeof loyalty>) => (found.status === 'ok' ? found.high - found.low : NaN);

	test('leave the score as it is, and tell no more than one of each would', () => {
		const told = loyalty(nps, twice);
		expect(told).toMatchObject({ status: 'ok', value: expect.closeTo(35, 9) as number, n: 400 });
		// Of 200 customers, with the divisor 199.
		expect(width(told)).toBeCloseTo(width(loyalty(nps, half(1))) * Math.sqrt(200 / 199), 2);
		expect(width(loyaltyOneByOne(nps, twice))).toBeCloseTo(width(loyalty(nps, half(2))), 9);
		expect(width(loyaltyOneByOne(nps, twice))).toBeLessThan(0.75 * width(told));
	});

	test('make no signal of what is none among as many customers', () => {
		const before = {
			...twice,
			high: 190,
			middle: 130,
			repeated: { ...twice.repeated, pairSums: 110, pairProducts: 270 }
		};
		expect(loyaltyChange(nps, before, twice, 'before')).toMatchObject({
			by: expect.closeTo(7.5, 9) as number,
			isReal: false
		});
		const plain = ({ high, middle, low, answers }: typeof twice) => ({ high, middle, low, answers });
		const apart = loyaltyChange(nps, plain(before), plain(twice), 'before')!;
		const together = loyaltyChange(nps, before, twice, 'before')!;
		expect(together.p!).toBeGreaterThan(apart.p!);
	});

	test('all of one customer make no score', () => {
		const repeated = { repeats: 11, pairs: 132, pairSums: 132, pairProducts: 132 };
		expect(loyalty(csat, { high: 12, middle: 0, low: 0, answers: 12, repeated })).toMatchObject({
			reason: 'all answers come from one customer'
		});
	});
});

test('fewer than ten answers are not scored', () => {
	for (const series of [nps, csat])
		expect(loyalty(series, { high: 9, middle: 0, low: 0, answers: 9 })).toEqual({
			status: 'not_estimable',
			reason: 'only 9 answers: too few for a score'
		});
});

describe('a change', () => {
	const of = (high: number, low: number, answers: number) => ({ high, middle: answers - high - low, low, answers });

	test('inside the margin of chance is no signal, beyond it is one', () => {
		expect(loyaltyChange(nps, of(45, 20, 100), of(50, 20, 100), 'before')).toMatchObject({
			by: expect.closeTo(5, 9),
			isReal: false
		});
		expect(loyaltyChange(nps, of(450, 200, 1000), of(550, 150, 1000), 'before')).toMatchObject({
			by: expect.closeTo(15, 9),
			isReal: true
		});
	});

	test('needs enough answers on both sides', () => {
		expect(loyaltyChange(nps, of(3, 1, 9), of(450, 200, 1000), 'before')).toBeNull();
	});
});

describe('in words', () => {
	const figure = (estimate: Figure['estimate'], movement?: Movement, moreIsWorse = false): Figure => ({
		definition: { id: 'nps', version: 1, name: 'NPS', unit: 'points', meaning: '', interval: '', moreIsWorse },
		estimate,
		population: '',
		excluded: [],
		movement
	});
	const known = { status: 'ok', value: 41.6, low: 38.6, high: 44.6, n: 900 } as const;
	const noise: Movement = {
		verdict: 'noise',
		by: -3.4,
		since: 'last week',
		because: 'no signal',
		direction: 0,
		judged: null
	};

	test('value, margin and whether a change is more than noise', () => {
		expect(figureText(figure(known, noise), 'USD')).toEqual({
			value: '42',
			margin: '±3',
			movement: '−3 on last week · no signal',
			tone: 'quiet',
			reason: null
		});
	});

	test('a value at one end of its interval has no one margin: both ends are told', () => {
		const nearlyAll = { status: 'ok', value: 0.9998, low: 0.9989, high: 0.99997, n: 5279 } as const;
		const share = { ...figure(nearlyAll), definition: { ...figure(nearlyAll).definition, unit: 'share' as const } };
		expect(figureText(share, 'USD')).toMatchObject({ value: '100.0%', margin: '(99.9% to 100.0%)' });
	});

	test('a value of which nothing tells how far off it is says so, wherever it is told', () => {
		const noInterval = 'the same for each of 12 customers: they do not tell how far off it could be';
		const alike = figure({ status: 'ok', value: 42, low: 42, high: 42, n: 12, noInterval }, noise);
		expect(figureText(alike, 'USD')).toMatchObject({ value: '42', margin: '(no interval: all alike)', reason: null });
		expect(explainedFigure(alike, 'USD')).toMatchObject({ value: '42', interval: null, noInterval });
		expect(numbers(alike.estimate)).toEqual({ value: 42, low: null, high: null, n: 12, reason: noInterval });
	});

	test('what cannot be told from nothing is a dash with its interval, and quoted as that', () => {
		const extra = { status: 'ok', value: 4_321_70, low: 0, high: 11_600_30, n: 1859 } as const;
		const money = { ...figure(extra, noise), definition: { ...figure(extra).definition, unit: 'money' as const } };
		expect(figureText({ ...money, isDetectable: false }, 'BRL')).toMatchObject({
			value: '—',
			margin: null,
			tone: 'quiet',
			reason: 'not detectable in this data: R$\u00a00 to R$\u00a011.6k'
		});
		expect(explainedFigure({ ...money, isDetectable: false }, 'BRL')).toMatchObject({
			value: 'not detectable in this data',
			interval: 'R$\u00a00 to R$\u00a011.6k'
		});
		expect(explainedFigure(money, 'BRL').value).toBe('R$\u00a04.3k');
	});

	test('only a signal has a colour, and more of what is bad is worse', () => {
		const tone = (movement: Partial<Movement>, moreIsWorse = false) =>
			figureText(figure(known, { ...noise, ...movement }, moreIsWorse), 'USD').tone;
		expect(tone({ verdict: 'signal', direction: 1 })).toBe('better');
		expect(tone({ verdict: 'signal', direction: -1 })).toBe('worse');
		expect(tone({ verdict: 'signal', direction: 1 }, true)).toBe('worse');
		expect(tone({ verdict: 'mix', direction: 1 })).toBe('quiet');
	});

	test('what cannot be told is a dash with its reason, never 0', () => {
		expect(figureText(figure({ status: 'not_estimable', reason: 'nobody has answered yet' }), 'USD')).toMatchObject({
			value: '—',
			reason: 'nobody has answered yet'
		});
	});
});

test('the main series asks about recommending, and about the relationship, where there is such a one', () => {
	const all = ['ces:support', 'csat:billing', 'nps:renewal', 'nps:relationship'].map(seriesFrom);
	expect(mainSeries(all)?.id).toBe('nps:relationship');
	expect(mainSeries(all.slice(0, 3))?.id).toBe('nps:renewal');
	expect(mainSeries([])).toBeNull();
});
