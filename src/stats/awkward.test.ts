import fc from 'fast-check';
import { expect, test } from 'vitest';
import { saysSomething } from '#tests/reference/stats/compare.ts';
import * as stats from './index.ts';

/** Numbers as they come: ties, zero, negative, tiny, huge, missing. */
const number = fc.oneof(
	{ weight: 4, arbitrary: fc.integer({ min: -3, max: 12 }) },
	fc.constantFrom(0, 1e12, -1e12, 1e-300, 1e300, NaN, Infinity, 0.1 + 0.2),
	fc.double({ noNaN: true })
);
const numbers = fc.array(number, { maxLength: 14 });
const flag = fc.boolean();
const label = fc.constantFrom('a', 'b', 'c');

const row = fc.record({ x: number, y: number, z: number, t: flag, l: label, k: fc.integer({ min: 0, max: 4 }) });
const rows = fc.array(row, { maxLength: 16 });
type Row = { x: number; y: number; z: number; t: boolean; l: string; k: number };

const random = () => stats.seededRandom(1);
const column = <K extends keyof Row>(list: readonly Row[], of: K) => list.map((one) => one[of]);
const counts = ({ x, y, z }: Row) => ({ promoters: x, detractors: y, answers: z });
const segment = ({ x, y, z }: Row) => ({ n: x, value: y, variance: z });

const everything: Record<string, (list: Row[]) => unknown> = {
	nps: (list) => [stats.nps(column(list, 'x')), ...list.map((one) => stats.nps(counts(one), { population: one.k }))],
	npsDifference: (list) => list.map((one, i) => stats.npsDifference(counts(one), counts(list[(i + 1) % list.length]))),
	npsClustered: (list) =>
		stats.npsClustered(
			list.map(({ x, l }) => ({ score: x, customer: l })),
			{ fewest: 1 }
		),
	npsPairedDifference: (list) =>
		stats.npsPairedDifference(
			list.map(({ x, y }) => ({ before: x, after: y })),
			{ fewest: 1 }
		),
	npsWeighted: (list) =>
		stats.npsWeighted(
			{ scores: column(list, 'k'), weights: column(list, 'x'), strata: column(list, 'l') },
			{ fewest: 1 }
		),
	postStratify: (list) =>
		stats.postStratify({
			cells: column(list, 'l'),
			population: { a: list[0]?.x ?? 1, b: 3 },
			values: column(list, 'y')
		}),
	rake: (list) =>
		stats.rake(
			list.map(({ l, k }) => ({ l, k: String(k % 2) })),
			{ l: { a: 3, b: 4, c: 3 }, k: { 0: list[0]?.x ?? 5, 1: 5 } }
		),
	trimWeights: (list) => stats.trimWeights(column(list, 'k')),
	proportion: (list) =>
		list.map(({ x, y }) => [
			stats.proportion({ count: x, n: y }),
			stats.proportion({ count: x, n: y }, { method: 'clopper-pearson' })
		]),
	proportionDifference: (list) =>
		list.map(({ x, y, z, k }) => stats.proportionDifference({ count: x, n: y }, { count: k, n: z })),
	bootstrap: (list) =>
		stats.bootstrap(column(list, 'x'), (drawn) => stats.mean([...drawn]), {
			random: random(),
			draws: 50,
			method: 'bca'
		}),
	concentration: (list) => stats.concentration(column(list, 'x')),
	kaplanMeier: (list) => stats.kaplanMeier(list.map(({ x, t, k, z }) => ({ time: x, event: t, entry: k, weight: z }))),
	kaplanMeierCounts: (list) => stats.kaplanMeier(list.map(({ x, t, k }) => ({ time: x, event: t, count: k }))),
	survivalAt: (list) => {
		const curve = stats.kaplanMeier(list.map(({ k, t }) => ({ time: k, event: t })));
		return curve.status === 'ok'
			? list.map(({ x }) => [stats.survivalAt(curve, x), stats.survivalQuantile(curve, x)])
			: curve;
	},
	logRank: (list) =>
		stats.logRank(
			list.map(({ x, t, l, k }) => ({ time: x, event: t, group: l, stratum: String(k) })),
			{ scores: { a: 1, b: 2, c: 3 } }
		),
	restrictedMeanSurvival: (list) =>
		list.map(({ x }) =>
			stats.restrictedMeanSurvival(
				list.map(({ k, t }) => ({ time: k, event: t })),
				{ horizon: x }
			)
		),
	coxPh: (list) =>
		stats.coxPh(
			{
				time: column(list, 'k'),
				event: column(list, 't'),
				x: { x: column(list, 'x'), y: column(list, 'y') },
				stratum: column(list, 'l')
			},
			{ cluster: column(list, 'l') }
		),
	retention: (list) => [
		stats.retention(list.map(({ x, y }) => ({ before: x, after: y }))),
		stats.retention(
			list.map(({ x, y }) => ({ before: x, after: y })),
			{ random: random(), draws: 20 }
		)
	],
	earnedGrowth: (list) =>
		stats.earnedGrowth(
			list.map(({ x, y }) => ({ before: x, after: y, source: 'earned' as const })),
			{ random: random(), draws: 20 }
		),
	rateAndMix: (list) =>
		stats.rateAndMix(
			list.map((one, i) => ({ segment: one.l, before: segment(one), after: segment(list[(i + 1) % list.length]) }))
		),
	sbgFit: (list) => [stats.sbgFit([column(list, 'x')]), stats.sbgFit([column(list, 'k').sort((a, b) => b - a)])],
	residualLifetime: (list) =>
		list.map(({ x, y, z, k }) =>
			stats.discountedExpectedResidualLifetime(
				{ alpha: x, beta: y },
				{ renewals: k, discount: z > 0 && z < 0.01 ? 0.01 : z }
			)
		),
	sbgSurvival: (list) => list.map(({ x, y, k }) => stats.sbgSurvival({ alpha: x, beta: y }, k)),
	bgNbd: (list) =>
		list.map(({ x, y, z, k }) => [
			stats.bgNbdAlive({ r: x, alpha: y, a: z, b: 1 }, { frequency: k, recency: k ? 1 : 0, age: 3 }),
			stats.bgNbdExpected({ r: x, alpha: y, a: z, b: 1 }, { frequency: k, recency: k ? 1 : 0, age: 3 }, 9)
		]),
	bgNbdFit: (list) =>
		stats.bgNbdFit(
			list.slice(0, 6).map(({ x, k }) => ({ frequency: k, recency: k ? Math.abs(x) / 2 : 0, age: Math.abs(x) }))
		),
	gammaGamma: (list) => [
		stats.gammaGammaFit(list.map(({ x, k }) => ({ frequency: k, meanSpend: x }))),
		...list.map(({ x, y, z, k }) => stats.gammaGammaExpected({ p: x, q: y, v: z }, { frequency: k, meanSpend: x }))
	],
	ols: (list) => [
		stats.ols({ y: column(list, 'y'), x: { x: column(list, 'x') } }, { errors: { cr2: column(list, 'l') } }),
		stats.ols(
			{ y: column(list, 'y'), x: { x: column(list, 'x') }, weights: column(list, 'k') },
			{ errors: { cluster: column(list, 'l'), and: column(list, 'k') } }
		)
	],
	fixedEffects: (list) =>
		stats.fixedEffects({
			y: column(list, 'y'),
			x: { x: column(list, 'x') },
			unit: column(list, 'l'),
			period: column(list, 'k')
		}),
	logit: (list) =>
		stats.logit({ y: column(list, 't').map(Number), x: { x: column(list, 'x') } }, { cluster: column(list, 'l') }),
	inverseProbabilityWeights: (list) =>
		stats.inverseProbabilityWeights(
			{ treated: column(list, 't'), x: { k: column(list, 'k') }, outcome: column(list, 'y') },
			{ estimand: 'ATE' }
		),
	coarsenedExactMatch: (list) =>
		stats.coarsenedExactMatch({
			treated: column(list, 't'),
			x: { l: column(list, 'l'), x: column(list, 'x') },
			cutpoints: { x: [0, 5] },
			outcome: column(list, 'y')
		}),
	nearestNeighbourMatch: (list) =>
		stats.nearestNeighbourMatch(
			{ treated: column(list, 't'), score: column(list, 'x'), outcome: column(list, 'y') },
			{ replace: true }
		),
	differenceInDifferences: (list) =>
		stats.differenceInDifferences({
			y: column(list, 'y'),
			treated: column(list, 't'),
			after: column(list, 'k').map((k) => k > 2),
			cluster: column(list, 'l')
		}),
	attGroupTime: (list) =>
		stats.attGroupTime({
			unit: list.map((_, i) => i >> 1),
			period: list.map((_, i) => i % 2),
			y: column(list, 'y'),
			cohort: list.map((_, i) => (i % 4 < 2 ? 1 : null))
		}),
	correlations: (list) => [
		stats.pearson(column(list, 'x'), column(list, 'y')),
		stats.partialCorrelation(column(list, 'x'), column(list, 'y'), { k: column(list, 'k') }),
		stats.spearman(column(list, 'x').slice(0, 6), column(list, 'y').slice(0, 6))
	],
	theilSen: (list) => stats.theilSen(column(list, 'k'), column(list, 'y')),
	isotonic: (list) =>
		stats.isotonic(
			{ x: column(list, 'k'), y: column(list, 'y'), weights: column(list, 'z') },
			{ random: random(), draws: 10 }
		),
	relativeImportance: (list) => [
		stats.relativeImportance(
			{ y: column(list, 'y'), x: { x: column(list, 'x'), k: column(list, 'k') } },
			{ random: random(), draws: 10 }
		),
		stats.relativeImportance(
			{ y: column(list, 'y'), x: { x: column(list, 'x'), k: column(list, 'k') } },
			{ method: 'johnson' }
		)
	],
	benjaminiHochberg: (list) => stats.benjaminiHochberg(column(list, 'x')),
	eValue: (list) =>
		list.map(({ x, y, z, t }) =>
			stats.eValue({ scale: t ? 'hazard-ratio' : 'difference', value: x, low: y, high: z, common: true })
		),
	xmr: (list) => [
		stats.xmr(column(list, 'x'), { fewest: 3 }),
		stats.xmr(column(list, 'k'), { fewest: 3, robust: true, baseline: 4 }),
		stats.xmrForScores(list.map(segment), { fewest: 3 })
	]
};

test.each(Object.keys(everything))('%s is shown or silent with a reason, whatever comes', (name) => {
	const property = fc.property(rows, (list) => saysSomething(everything[name](list)));
	expect(() => fc.assert(property, { numRuns: name === 'bgNbdFit' ? 25 : 150 })).not.toThrow();
});

test.each(Object.keys(everything))('%s is so for nobody at all', (name) => {
	expect(saysSomething(everything[name]([]))).toBe(true);
});

test('sums and quantiles of numbers that differ wildly keep their digits', () => {
	expect(stats.sum([1, 1e100, 1, -1e100])).toBe(2);
	expect([stats.sum([]), stats.median([]), stats.median([4, 1, 3, 2]), stats.quantile([1, 2, 3, 4, 5], 0.9)]).toEqual([
		0,
		NaN,
		2.5,
		4.6
	]);
	expect(stats.variance([1e9 + 1, 1e9 + 2, 1e9 + 3])).toBe(1);
	expect([...stats.midRanks([3, 1, 3, 2])]).toEqual([3.5, 1, 3.5, 2]);
	expect(() =>
		fc.assert(fc.property(numbers, (list) => list.length === 0 || Array.isArray([...stats.midRanks(list)])))
	).not.toThrow();
});

test('scores further apart than a number can be have no distance', () => {
	const apart = { treated: [true, false], score: [-1.797693124862316e308, 1e300], outcome: [0, 0] };
	expect(stats.nearestNeighbourMatch(apart)).toMatchObject({ status: 'not_estimable' });
});
