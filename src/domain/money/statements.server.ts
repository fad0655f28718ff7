import type { Db } from '#platform/db/connect.ts';
import type { Figure } from '../metrics/figure.ts';
import { responseRateFigure } from '../metrics/server.ts';
import type { Scope } from '../scope/scope.ts';
import type { Series } from '../surveys/series.ts';
import { earnedGrowthStatement } from './growth.server.ts';
import type { EarnedGrowthStatement } from './growth.server.ts';
import { heardAndAtRisk } from './revenue-at-risk.server.ts';
import type { HeardAndAtRisk } from './revenue-at-risk.server.ts';
import { customersAsAsset } from './lifetime/customers-as-asset.server.ts';
import type { CustomersAsAsset } from './lifetime/customers-as-asset.server.ts';
import { survivalOfGroups } from './survival-by-group.server.ts';
import { monthsLonger } from './survival-by-group.ts';
import type { SurvivalByGroup } from './survival-by-group.ts';

/** The statements of the Money page, as plain values. */
export type MoneyStatements = HeardAndAtRisk & {
	growth: EarnedGrowthStatement;
	asset: CustomersAsAsset;
	survival: SurvivalByGroup;
	responseRate: Figure;
};

/** Where revenue came from, whom we hear, what of it is at risk, and what customers did after what they said. */
export async function moneyStatements(
	db: Db,
	scope: Scope,
	series: Series,
	revenueThrough: string | null
): Promise<MoneyStatements> {
	const [growth, asset, heard, survival, responseRate] = await Promise.all([
		earnedGrowthStatement(db, scope, revenueThrough),
		customersAsAsset(db, scope, revenueThrough),
		heardAndAtRisk(db, scope, series, revenueThrough),
		survivalOfGroups(db, scope, series, revenueThrough),
		responseRateFigure(db, scope, series)
	]);
	return { ...heard, growth, asset, survival, responseRate };
}

/** What of the statements leads the week: earned growth, lifetime value and the revenue exposed. */
export async function leadingFigures(
	db: Db,
	scope: Scope,
	series: Series,
	revenueThrough: string | null
): Promise<Figure[]> {
	const [growth, asset, { atRisk }] = await Promise.all([
		earnedGrowthStatement(db, scope, revenueThrough),
		customersAsAsset(db, scope, revenueThrough),
		heardAndAtRisk(db, scope, series, revenueThrough)
	]);
	return [growth.figure, asset.value, atRisk.exposed];
}

/** Every figure of the statements, in the order in which they are told. */
export const figuresOf = ({ growth, asset, atRisk, coverage, responseRate, survival }: MoneyStatements): Figure[] => [
	growth.figure,
	asset.value,
	asset.median,
	asset.equity,
	atRisk.exposed,
	atRisk.extraLoss,
	atRisk.due,
	atRisk.silent,
	responseRate,
	coverage.customers,
	coverage.revenue,
	monthsLonger(survival)
];
