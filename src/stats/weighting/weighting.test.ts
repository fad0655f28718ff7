import { describe, expect, test } from 'vitest';
import { expectClose, ok, worstError } from '#tests/reference/stats/compare.ts';
import reference from '#tests/reference/stats/weighting.json' with { type: 'json' };
import { nps } from '../scores/nps.ts';
import { recode } from '../scores/answers.ts';
import { effectiveSize, trimWeights } from './effective.ts';
import { npsWeighted } from './nps-weighted.ts';
import { postStratify } from './post-stratify.ts';
import { rake } from './rake.ts';

const { answers } = reference;
const scores = answers.map(({ score }) => score);
const weights = answers.map(({ weight }) => weight);
const strata = answers.map(({ region }) => region);
const clusters = answers.map(({ account }) => account);
const population = { North: 600, South: 500, East: 400 };

describe('a weighted NPS', () => {
	test.each([
		['plain', {}, reference.plain],
		['stratified', { strata }, reference.stratified],
		['clustered', { clusters }, reference.clustered],
		['stratified and clustered', { strata, clusters }, reference.both],
		['with finite strata', { strata, populations: { North: 600, South: 500, East: 100 } }, reference.fpc]
	])("has R survey's svymean and standard error: %s", (_, design, wanted) => {
		expectClose(npsWeighted({ scores, weights, ...design }), wanted, 1e-12);
	});

	test('with equal weights is the NPS, with divisor n − 1 in its standard error', () => {
		const plain = ok(nps(scores));
		const weighted = ok(npsWeighted({ scores, weights: scores.map(() => 3) }));
		expectClose(weighted, { value: plain.value, low: plain.low, high: plain.high, nEff: 120, designEffect: 1 }, 1e-12);
		expect(weighted.se).toBeCloseTo(plain.se * Math.sqrt(120 / 119), 12);
	});

	test('one heavy answer costs evidence and says so', () => {
		const heavy = ok(npsWeighted({ scores, weights: scores.map((_, i) => (i === 0 ? 200 : 1)) }));
		expect(heavy.nEff).toBeLessThan(3);
		expect(heavy.warnings).toEqual(['small sample', 'a few answers carry most of the weight']);
	});

	test('a stratum with a single answer is measured from the others and said', () => {
		const lonely = ok(npsWeighted({ scores, weights, strata: strata.map((s, i) => (i === 0 ? 'alone' : s)) }));
		expect(lonely.warnings).toContain('a stratum has a single unit');
	});

	test.each([
		[{ scores: [], weights: [] }, 'only 0 answers'],
		[{ scores, weights: [1] }, 'one weight'],
		[{ scores, weights: scores.map(() => 0) }, 'no answer carries weight'],
		[{ scores, weights: scores.map(() => -1) }, 'negative'],
		[{ scores: scores.map(() => 11), weights }, '0 to 10']
	])('is a dash that explains itself', (given, reason) => {
		expect(npsWeighted(given)).toMatchObject({ reason: expect.stringContaining(reason) as string });
	});
});

describe('post-stratification', () => {
	const values = scores.map((score) => 100 * recode(score));

	test("has R survey's weights, mean and standard error", () => {
		const result = ok(postStratify({ cells: strata, population, values }));
		expect(worstError(result.weights, reference.postStratified.weights)).toBeLessThan(1e-12);
		expectClose(result.mean, { value: reference.postStratified.value, se: reference.postStratified.se }, 1e-12);
		expect(result.unheard).toEqual([]);
	});

	test('raw −14 is weighted −33.5 where the unhappy are many and answer less', () => {
		const cells = [...Array<string>(60).fill('new'), ...Array<string>(40).fill('old')];
		const points = cells.map((_, i) => (i < 13 || (i >= 60 && i < 75) ? 100 : i < 50 || i >= 95 ? -100 : 0));
		const result = ok(postStratify({ cells, population: { new: 900, old: 100 }, values: points }));
		expect(ok(result.mean!).value).toBeCloseTo(0.9 * (-2400 / 60) + 0.1 * (1000 / 40), 10);
	});

	test('an unheard cell is named, with its share of the customers', () => {
		const result = ok(postStratify({ cells: strata, population: { ...population, West: 500 } }));
		expect(result).toMatchObject({ unheard: ['West'], unheardShare: 0.25 });
		expect(result.warnings).toEqual(['nobody answered in: West']);
	});

	test('an answer from nowhere weighs nothing', () => {
		const result = ok(postStratify({ cells: [...strata, 'Moon'], population }));
		expect(result.weights.at(-1)).toBe(0);
		expect(result.warnings).toEqual(['answers without customers in: Moon']);
	});

	test('is a dash for no answers, no customers or missing numbers', () => {
		expect(postStratify({ cells: [], population })).toMatchObject({ status: 'not_estimable' });
		expect(postStratify({ cells: strata, population: {} })).toMatchObject({ status: 'not_estimable' });
		expect(postStratify({ cells: strata, population: { North: NaN } })).toMatchObject({ status: 'not_estimable' });
		expect(postStratify({ cells: strata, population, values: [1] })).toMatchObject({ status: 'not_estimable' });
	});
});

describe('raking', () => {
	const rows = answers.map(({ region, plan }) => ({ region, plan }));
	const margins = { region: population, plan: { Basic: 900, Pro: 600 } };

	test("has R survey's weights and meets both margins", () => {
		const result = ok(rake(rows, margins));
		expect(worstError(result.weights, reference.raked.weights)).toBeLessThan(1e-8);
		expect(result).toMatchObject({ converged: true, warnings: [] });
		const pro = result.weights.reduce((total, w, i) => total + (rows[i].plan === 'Pro' ? w : 0), 0);
		expect(pro).toBeCloseTo(600, 6);
	});

	test('one margin is post-stratification', () => {
		const one = ok(rake(rows, { region: population }));
		expect(worstError(one.weights, ok(postStratify({ cells: strata, population })).weights)).toBeLessThan(1e-12);
		expect(one.cycles).toBe(1);
	});

	test('an unheard category is named and the rest scaled up', () => {
		const result = ok(rake(rows, { region: { North: 600, South: 500, East: 300, West: 100 } }));
		expect(result.unheard).toEqual(['region West']);
		expect(result.weights.reduce((a, b) => a + b)).toBeCloseTo(1500, 8);
	});

	test('margins that no weights can meet end unconverged, and say so', () => {
		const impossible = rake(
			[
				{ a: 'x', b: 'x' },
				{ a: 'y', b: 'y' }
			],
			{ a: { x: 5, y: 5 }, b: { x: 9, y: 1 } }
		);
		expect(impossible).toMatchObject({ converged: false, warnings: ['the weights do not meet every margin'] });
	});

	test.each([
		[[], margins, 'too few'],
		[rows, {}, 'no margin'],
		[rows, { ...margins, plan: { Basic: 9, Pro: 6 } }, 'disagree'],
		[rows, { plan: { Basic: 0, Pro: 0 } }, 'no customers'],
		[rows, { plan: { Basic: -5, Pro: 10 } }, 'negative'],
		[rows, { plan: { Basic: 1500 } }, 'no known plan']
	])('is a dash that explains itself', (given, known, reason) => {
		expect(rake(given, known)).toMatchObject({ reason: expect.stringContaining(reason) as string });
	});

	test('refuses starting weights that do not fit', () => {
		expect(rake(rows, margins, [1])).toMatchObject({ status: 'not_estimable' });
	});
});

describe('trimming', () => {
	test('cuts at five times the median and keeps the total', () => {
		const trimmed = trimWeights([1, 1, 1, 1, 96]);
		expectClose(trimmed.weights, [100 / 9, 100 / 9, 100 / 9, 100 / 9, 500 / 9], 1e-14);
		expectClose(trimmed, { cut: 1, moved: 0.91 }, 1e-14);
	});

	test('leaves even weights and nothing alone', () => {
		expect(trimWeights([2, 2]).weights).toEqual([2, 2]);
		expect(trimWeights([]).weights).toEqual([]);
		expect(effectiveSize([])).toBe(0);
	});
});
