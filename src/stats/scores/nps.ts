import { type Inference, type NotEstimable, notEstimable } from '../estimate.ts';
import { criticalValue, withLimits } from '../inference.ts';
import { adjusted, fewestAnswers, type NpsCounts, scoreable, scoreOf, smallSample } from './answers.ts';

export type NpsOptions = {
	/** coverage of the interval */
	level?: number;
	/** fewer answers than this are not scored */
	fewest?: number;
	/** how many people could have answered, when nearly everyone was asked */
	population?: number;
};

/** `value` in points from −100 to 100; `centre` is the adjusted score around which the interval lies. */
export type Nps = Inference & NpsCounts & { passives: number; centre: number };

/**
 * Net Promoter Score: 100 · (promoters − detractors) / answers, in points.
 *
 * Takes scores 0–10 or counts of them. The interval is the adjusted Wald one: ¾ promoter, 1½ passive and ¾ detractor
 * added, so that a sample of promoters only does not claim certainty; clipped to ±100. `se` is the plain
 * 100 · √((p + d − (p − d)²) / n). With `population`, both shrink by √((N − n)/(N − 1)): less sampling error, but the
 * silent stay unheard. Not estimable below `fewest` answers or when a score is not a whole number from 0 to 10.
 *
 * Source: Rocks 2016, The American Statistician 70(4):365; Lewis & Sauro 2021, MeasuringU. definitions.md 5.1, 5.2.
 */
export function nps(given: readonly number[] | NpsCounts, options: NpsOptions = {}): Nps | NotEstimable {
	const { level = 0.95, fewest = fewestAnswers, population } = options;
	const counts = scoreable(given, fewest);
	if ('status' in counts) return counts;
	const { answers: n, promoters, detractors } = counts;
	if (population !== undefined && !(population >= n)) return notEstimable('more answers than people who could answer');

	const plain = scoreOf(counts);
	const moved = scoreOf(adjusted(counts));
	const shrink = population === undefined ? 1 : finitePopulation(n, population);
	const margin = criticalValue(level) * Math.sqrt(moved.variance / (n + 3)) * shrink;
	const value = 100 * plain.score;
	const told = withLimits({
		value,
		low: Math.max(-100, Math.min(value, 100 * (moved.score - margin))),
		high: Math.min(100, Math.max(value, 100 * (moved.score + margin))),
		se: 100 * Math.sqrt(plain.variance / n) * shrink,
		n,
		level,
		method: 'adjusted Wald',
		warnings: n < smallSample ? ['small sample'] : [],
		assumptions: ['those who answered speak for those who were asked', 'one answer a customer']
	});
	if (told.status !== 'ok') return told;
	return { ...told, ...counts, passives: n - promoters - detractors, centre: 100 * moved.score };
}

/** √((N − n)/(N − 1)): what of the sampling error is left when n of N have answered. */
const finitePopulation = (n: number, population: number) =>
	population > 1 ? Math.sqrt((population - n) / (population - 1)) : 0;
