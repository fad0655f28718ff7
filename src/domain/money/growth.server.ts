import type { Db } from '#platform/db/connect.ts';
import { queryText } from '#platform/db/rows.ts';
import { month } from '#ui/format/time.ts';
import type { Estimate, NotEstimable } from '#stats/estimate.ts';
import { notEstimable } from '#stats/estimate.ts';
import { periodText } from '../metrics/explained.ts';
import type { Figure } from '../metrics/figure.ts';
import { addDays, addMonths } from '../scope/calendar.ts';
import type { Scope } from '../scope/scope.ts';
import { holdTwoYears, lastCompleteMonth, monthsTo } from './as-of.ts';
import { earnedGrowthChange, earnedGrowthDefinition, earnedGrowthOf, unknownNew } from './earned-growth.ts';
import { growthStatementLines } from './growth-statement.ts';
import type { StatementLine } from './growth-statement.ts';
import { growthMoves, selectBegin, selectGrowth } from './queries/read-growth.server.ts';
import { withoutRevenue } from './without-revenue.ts';

const monthsShown = 13;

const inBooksSince = (begin: string): Record<'rate' | 'ratio', NotEstimable> => {
	const tooYoung = notEstimable(`the books begin in ${month(begin)}: they do not hold all of the year before`);
	return { rate: tooYoung, ratio: tooYoung };
};

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
	const [moves, begin] = await Promise.all([selectGrowth(db, scope, { from, to: last }), selectBegin(db)]);
	const movesAt = (asOf: string) => moves.filter((move) => move.asOf === asOf);
	const now = movesAt(last);
	const told = earnedGrowthOf(now);
	const isYoung = told.rate.status === 'ok' && begin !== null && !holdTwoYears(last, begin);
	const { rate, ratio } = isYoung ? inBooksSince(begin) : told;
	const unknown = unknownNew(now);

	const figure: Figure = {
		definition: earnedGrowthDefinition,
		estimate: rate,
		population: `${periodText({ from: addMonths(last, -11), to: addDays(addMonths(last, 1), -1) })} against the twelve months before`,
		period: { from: addMonths(last, -11), to: addDays(addMonths(last, 1), -1) },
		source: queryText(growthMoves(scope, { from: last, to: last })),
		excluded: unknown > 0 ? [{ count: unknown, why: 'new customers of whom nobody has said why they came' }] : [],
		change: holdTwoYears(from, begin) ? (earnedGrowthChange(movesAt(from), now) ?? undefined) : undefined,
		history: monthsTo(last, monthsShown).map((asOf) => {
			const then = earnedGrowthOf(movesAt(asOf)).rate;
			return { asOf, value: then.status === 'ok' && holdTwoYears(asOf, begin) ? then.value : null };
		})
	};
	return { figure, ratio, lines: now.length === 0 ? [] : growthStatementLines(now) };
}
