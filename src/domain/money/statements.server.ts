import type { Db } from '#platform/db/connect.ts';
import type { Figure } from '../metrics/figure.ts';
import { responseRateFigure } from '../metrics/server.ts';
import type { Scope } from '../scope/scope.ts';
import type { Series } from '../surveys/series.ts';
import type { Through } from './as-of.ts';
import { retentionFigures } from './figures.server.ts';
import { earnedGrowthStatement } from './growth.server.ts';
import { heardAndAtRisk } from './revenue-at-risk.server.ts';
import { customersAsAsset } from './lifetime/customers-as-asset.server.ts';
import { survivalOfGroups } from './survival-by-group.server.ts';
import { judgedStatements } from './statements.ts';
import type { MoneyStatements } from './statements.ts';

/** Where revenue came from, whom we hear, what of it is at risk, and what customers did after what they said. */
export async function moneyStatements(
	db: Db,
	scope: Scope,
	series: Series,
	through: Through
): Promise<MoneyStatements> {
	const { revenueThrough } = through;
	const [retention, growth, asset, heard, survival, responseRate] = await Promise.all([
		retentionFigures(db, scope, through),
		earnedGrowthStatement(db, scope, revenueThrough),
		customersAsAsset(db, scope, revenueThrough),
		heardAndAtRisk(db, scope, series, through),
		survivalOfGroups(db, scope, series, revenueThrough),
		responseRateFigure(db, scope, series)
	]);
	return judgedStatements({ ...heard, retention, growth, asset, survival, responseRate });
}

/** What of the statements leads the week: earned growth, lifetime value and the revenue exposed. */
export async function leadingFigures(db: Db, scope: Scope, series: Series, through: Through): Promise<Figure[]> {
	const { revenueThrough } = through;
	const [growth, asset, { atRisk }] = await Promise.all([
		earnedGrowthStatement(db, scope, revenueThrough),
		customersAsAsset(db, scope, revenueThrough),
		heardAndAtRisk(db, scope, series, through)
	]);
	return [growth.figure, asset.value, atRisk.exposed];
}
