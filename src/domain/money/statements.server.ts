import type { Db } from '#platform/db/connect.ts';
import type { Figure } from '../metrics/figure.ts';
import { responseRateFigure } from '../metrics/server.ts';
import type { Scope } from '../scope/scope.ts';
import type { Series } from '../surveys/series.ts';
import { earnedGrowthStatement } from './growth.server.ts';
import type { EarnedGrowthStatement } from './growth.server.ts';
import { heardAndAtRisk } from './revenue-at-risk.server.ts';
import type { HeardAndAtRisk } from './revenue-at-risk.server.ts';

/** The statements of the Money page, as plain values. */
export type MoneyStatements = HeardAndAtRisk & {
	growth: EarnedGrowthStatement;
	responseRate: Figure;
};

/** Where revenue came from, whom we hear, what of it is at risk, and what customers did after what they said. */
export async function moneyStatements(
	db: Db,
	scope: Scope,
	series: Series,
	revenueThrough: string | null
): Promise<MoneyStatements> {
	const [growth, heard, responseRate] = await Promise.all([
		earnedGrowthStatement(db, scope, revenueThrough),
		heardAndAtRisk(db, scope, series, revenueThrough),
		responseRateFigure(db, scope, series)
	]);
	return { ...heard, growth, responseRate };
}

/** Every figure of the statements, in the order in which they are told. */
export const figuresOf = ({ growth, atRisk, coverage, responseRate }: MoneyStatements): Figure[] => [
	growth.figure,
	atRisk.exposed,
	atRisk.extraLoss,
	atRisk.due,
	atRisk.silent,
	responseRate,
	coverage.customers,
	coverage.revenue
];
