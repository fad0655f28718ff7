import type { Estimate, NotEstimable } from '#stats/estimate.ts';
import { notEstimable } from '#stats/estimate.ts';
import type { Random } from '#stats/random.ts';
import { criticalValue } from '#stats/inference.ts';
import { bootstrapSeveral } from '#stats/resampling/bootstrap.ts';

export type Found = Estimate | NotEstimable;

export const nobodyAlike = 'no like customers gave different answers';

const mostGroups = 40;
const level = 0.95;

/**
 * Intervals of several statistics by drawing customers anew: percentiles of the draws, spread to the interval of a
 * grouped jackknife with Student's factor where that is wider. Strata stay as they are while customers are drawn, a
 * stratum of the largest customers holds a dozen, and a few amounts are much larger than the rest: the draws alone then
 * take the price for surer than it is, and missed the truth in one of ten made-up companies instead of one of twenty.
 * `statistics` must not keep the list it is given.
 *
 * Source: Davison & Hinkley 1997; Kott 2001 (delete-a-group jackknife).
 */
export function intervals(
	customers: number,
	statistics: (sample: readonly number[]) => readonly number[],
	{ random, draws }: { random: Random; draws: number }
): Found[] {
	const all = Array.from({ length: customers }, (_, i) => i);
	const drawn = bootstrapSeveral(all, statistics, { random, draws });
	const { groups, errors } = groupedJackknife(all, statistics);
	const student = criticalValue(level, groups - 1) / criticalValue(level);
	return drawn.map((found, k) => {
		if (found.status !== 'ok') return notEstimable(nobodyAlike);
		const { value, low, high, se, n } = found;
		const wider = student * errors[k] > se && se > 0 ? (student * errors[k]) / se : 1;
		return { status: 'ok', value, low: value - wider * (value - low), high: value + wider * (high - value), n };
	});
}

/** √((G − 1)/G · Σ (θ₍g₎ − θ̄)²), G groups of customers left out in turn. */
function groupedJackknife(
	all: readonly number[],
	statistics: (sample: readonly number[]) => readonly number[]
): { groups: number; errors: number[] } {
	const groups = Math.min(mostGroups, all.length);
	const left = Array.from({ length: groups }, (_, group) => statistics(all.filter((i) => i % groups !== group)));
	const errors = left[0].map((_, k) => {
		const centre = left.reduce((sum, each) => sum + each[k], 0) / groups;
		return Math.sqrt(((groups - 1) / groups) * left.reduce((sum, each) => sum + (each[k] - centre) ** 2, 0));
	});
	return { groups, errors };
}
