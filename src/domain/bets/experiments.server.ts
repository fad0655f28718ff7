import type { Db } from '#platform/db/connect.ts';
import { notEstimable } from '#stats/estimate.ts';
import type { Experiment } from '../money/price/ladder.ts';
import { noExperiment } from '../money/price/ladder.ts';
import { organisationOf } from '../scope/server.ts';
import { slices } from '../scope/scope.ts';
import type { Scope } from '../scope/scope.ts';
import type { Bet } from './bet.ts';
import { whomText } from './bet.ts';
import { anyJudged, selectBets } from './queries/bets.server.ts';
import { times } from './worth.ts';

/** The price speaks of twelve months: what was followed for fewer is not drawn out. */
const monthsPriced = 12;

/**
 * What a point is worth by a bet: the latest draw among these customers that was followed for twelve months and moved the
 * score of this series. Others stay where they are; effects of different bets are not averaged into one.
 */
export async function experimentFor(db: Db, scope: Scope, series: { id: string }): Promise<Experiment> {
	const { demoSince, margin } = await organisationOf(db);
	const ofDemo = demoSince !== null;
	if (!(await anyJudged(db, ofDemo))) return none(noExperiment);
	const drawn = (await selectBets(db, ofDemo)).filter(
		({ plan, verdict }) =>
			verdict && plan.comparison.kind === 'draw' && plan.series === series.id && isAbout(plan, scope)
	);
	if (drawn.length === 0) return none(noExperiment);
	const long = drawn.filter(({ plan }) => plan.months === monthsPriced);
	if (long.length === 0) return none('no bet with a hold-out has followed its customers for twelve months');
	const moved = long.find(({ verdict }) => verdict?.perPoint?.status === 'ok');
	if (!moved) return none(`${noExperiment} has moved the score beyond noise`);
	const { number, plan, verdict } = moved;
	return {
		perPoint: times(verdict!.perPoint!, margin ?? 1),
		told: `Bet ${number}: ${whomText(plan.whom)}.`,
		bet: number
	};
}

const none = (reason: string): Experiment => ({ perPoint: notEstimable(reason), told: '', bet: null });

/** A page for all customers takes any; one for some takes bets with these, and no list. */
const isAbout = ({ whom }: Bet['plan'], scope: Scope): boolean =>
	slices.every((slice) => scope[slice] === null || (whom.customers === null && whom[slice] === scope[slice]));
