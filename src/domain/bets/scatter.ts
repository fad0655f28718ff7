import { notEstimable } from '#stats/estimate.ts';
import type { NotEstimable } from '#stats/estimate.ts';
import type { Comparison } from './bet.ts';
import { measuresAnswers } from './measure.ts';
import type { Measure } from './measure.ts';
import { smallestDetectable } from './power.ts';
import type { Detectable } from './power.ts';

/** How outcomes of a bet's customers have scattered: all together, or by group (`gets`). */
export type Scattered = {
	gets: boolean | null;
	accounts: number;
	kept: number | null;
	revenueVariance: number | null;
	beforeVariance: number | null;
	covariance: number | null;
	answered: number;
	scoreVariance: number | null;
	npsVariance: number | null;
};

/**
 * The smallest effect that groups would show whose outcomes go on to scatter as they have. Revenue of a draw is held
 * against as many months before, which leaves v − c²/b of its variance; a comparison over time is one of changes, of the
 * same customers' revenue (v + b − 2c), or of answers by whoever gives them (twice the variance).
 */
export function detectableWith(
	scatter: readonly Scattered[],
	comparison: Comparison,
	measure: Measure
): Detectable | NotEstimable {
	const of = (one: Scattered) => (measuresAnswers(measure) ? one.answered : one.accounts);
	const total = scatter.reduce((sum, one) => sum + of(one), 0);
	if (total === 0 && measuresAnswers(measure))
		return notEstimable('none of these customers has answered lately, so that nothing tells how many will');
	const gets =
		comparison.kind === 'draw'
			? comparison.share * total
			: scatter.filter((one) => one.gets).reduce((sum, one) => sum + of(one), 0);
	const variance =
		scatter.reduce((sum, one) => sum + (of(one) === 0 ? 0 : of(one) * varianceOf(one, comparison, measure)), 0) / total;
	return smallestDetectable({ sd: Math.sqrt(variance), gets, not: total - gets });
}

function varianceOf(one: Scattered, { kind }: Comparison, measure: Measure): number {
	const [v, b, c] = [one.revenueVariance, one.beforeVariance, one.covariance].map((part) => part ?? Number.NaN);
	const twice = kind === 'draw' ? 1 : 2;
	return {
		score: () => twice * (one.scoreVariance ?? Number.NaN),
		nps: () => twice * (one.npsVariance ?? Number.NaN),
		staying: () => (one.kept === null ? Number.NaN : one.kept * (1 - one.kept)),
		revenue: () => (kind === 'draw' ? (b > 0 ? Math.max(0, v - (c * c) / b) : v) : Math.max(0, v + b - 2 * c))
	}[measure]();
}
