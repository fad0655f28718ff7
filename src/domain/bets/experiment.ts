import { notEstimable } from '#stats/estimate.ts';
import type { Experiment } from '../money/price/ladder.ts';
import { noExperiment } from '../money/price/ladder.ts';
import { slices } from '../scope/scope.ts';
import type { Scope } from '../scope/scope.ts';
import type { Bet } from './bet.ts';
import { whomText } from './bet.ts';
import { times } from './worth.ts';

/** The price speaks of twelve months: what was followed for fewer is not drawn out. */
const monthsPriced = 12;

type Known = Pick<Bet, 'number'> & {
	plan: Pick<Bet['plan'], 'whom' | 'comparison' | 'series' | 'months'>;
	verdict: Pick<NonNullable<Bet['verdict']>, 'perPoint'> | null;
};

/**
 * What a point is worth by a bet: the latest draw among these customers that was followed for twelve months and moved the
 * score of this series. Others stay where they are; effects of different bets are not averaged into one. Where none tells
 * a price, the latest says why. `bets`: the latest first.
 */
export function experimentOf(
	bets: readonly Known[],
	{ scope, series, margin }: { scope: Scope; series: { id: string }; margin: number | null }
): Experiment {
	const drawn = bets.filter(
		({ plan, verdict }) =>
			verdict && plan.comparison.kind === 'draw' && plan.series === series.id && isAbout(plan.whom, scope)
	);
	if (drawn.length === 0) return none(noExperiment);
	const long = drawn.filter(({ plan }) => plan.months === monthsPriced);
	if (long.length === 0) return none('no bet with a hold-out has followed its customers for twelve months');
	for (const { number, plan, verdict } of long)
		if (verdict?.perPoint?.status === 'ok')
			return {
				perPoint: times(verdict.perPoint, margin ?? 1),
				told: `Bet ${number}: ${whomText(plan.whom)}.`,
				bet: number
			};
	const [{ number, verdict }] = long;
	const why = verdict?.perPoint?.status === 'not_estimable' ? verdict.perPoint.reason : 'nothing was told';
	return none(`bet ${number} with its hold-out tells no price: ${why}`);
}

const none = (reason: string): Experiment => ({ perPoint: notEstimable(reason), told: '', bet: null });

/** A page for all customers takes any; one for some takes bets with these, and no list. */
const isAbout = (whom: Bet['plan']['whom'], scope: Scope): boolean =>
	slices.every((slice) => scope[slice] === null || (whom.customers === null && whom[slice] === scope[slice]));
