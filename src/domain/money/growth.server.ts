import type { Db } from '#platform/db/connect.ts';
import { queryText } from '#platform/db/rows.ts';
import type { Estimate, NotEstimable } from '#stats/estimate.ts';
import { notEstimable } from '#stats/estimate.ts';
import { periodText } from '../metrics/explained.ts';
import type { Figure } from '../metrics/figure.ts';
import { addDays, addMonths } from '../scope/calendar.ts';
import type { Scope } from '../scope/scope.ts';
import { lastCompleteMonth, monthsTo } from './as-of.ts';
import { earnedGrowthChange, earnedGrowthDefinition, earnedGrowthOf, unknownNew } from './earned-growth.ts';
import { growthStatementLines } from './growth-statement.ts';
import type { StatementLine } from './growth-statement.ts';
import { growthMoves, selectGrowth } from './queries/read-growth.server.ts';
import { withoutRevenue } from './without-revenue.ts';

const monthsShown = 13;

export type EarnedGrowthStatement = {
	figure: Figure;
	/** Earned growth over all growth. */
	ratio: Estimate | NotEstimable;
	lines: StatementLine[];
};

/** How last year's revenue became this year's, and how much of the growth was earned; twelve complete months each. */
export async function earnedGrowthStatement(
	db: Db,
	scope: Scope,
	revenueThrough: string | null
): Promise<EarnedGrowthStatement> {
	if (!revenueThrough)
		return {
			figure: withoutRevenue(earnedGrowthDefinition),
			ratio: notEstimable('no revenue has been imported yet'),
			lines: []
		};
	const last = lastCompleteMonth(scope, revenueThrough);
	const from = addMonths(last, 1 - monthsShown);
	const moves = await selectGrowth(db, scope, { from, to: last });
	const movesAt = (asOf: string) => moves.filter((move) => move.asOf === asOf);
	const now = movesAt(last);
	const { rate, ratio } = earnedGrowthOf(now);
	const unknown = unknownNew(now);

	const figure: Figure = {
		definition: earnedGrowthDefinition,
		estimate: rate,
		population: `${periodText({ from: addMonths(last, -11), to: addDays(addMonths(last, 1), -1) })} against the twelve months before`,
		period: { from: addMonths(last, -11), to: addDays(addMonths(last, 1), -1) },
		source: queryText(growthMoves(scope, { from: last, to: last })),
		excluded: unknown > 0 ? [{ count: unknown, why: 'new customers of whom nobody has said why they came' }] : [],
		change: earnedGrowthChange(movesAt(from), now) ?? undefined,
		history: monthsTo(last, monthsShown).map((asOf) => {
			const then = earnedGrowthOf(movesAt(asOf)).rate;
			return { asOf, value: then.status === 'ok' ? then.value : null };
		})
	};
	return { figure, ratio, lines: now.length === 0 ? [] : growthStatementLines(now) };
}
