import type { Figure } from '../metrics/figure.ts';
import { judgedTogether } from '../metrics/movement/judge.ts';
import type { RetentionFigures } from './figures.server.ts';
import type { EarnedGrowthStatement } from './growth.server.ts';
import type { CustomersAsAsset } from './lifetime/customers-as-asset.server.ts';
import type { HeardAndAtRisk } from './heard-and-at-risk.ts';
import type { SurvivalByGroup } from './survival-by-group.ts';

/** The statements of the Money page, as plain values. */
export type MoneyStatements = HeardAndAtRisk & {
	retention: RetentionFigures;
	growth: EarnedGrowthStatement;
	asset: CustomersAsAsset;
	survival: SurvivalByGroup;
	responseRate: Figure;
};

/** The statements with each of their figures as `change` makes it. */
function eachFigure(statements: MoneyStatements, change: (figure: Figure) => Figure): MoneyStatements {
	const { retention, growth, asset, atRisk, byGroup, coverage, responseRate, survival } = statements;
	return {
		...statements,
		retention: {
			...retention,
			kept: change(retention.kept),
			retained: change(retention.retained),
			gross: change(retention.gross),
			lost: change(retention.lost),
			revenueLost: change(retention.revenueLost)
		},
		atRisk: {
			...atRisk,
			exposed: change(atRisk.exposed),
			extraLoss: change(atRisk.extraLoss),
			due: change(atRisk.due),
			silent: change(atRisk.silent)
		},
		growth: { ...growth, figure: change(growth.figure) },
		asset: { ...asset, value: change(asset.value), median: change(asset.median), equity: change(asset.equity) },
		byGroup: { ...byGroup, high: change(byGroup.high), middle: change(byGroup.middle) },
		responseRate: change(responseRate),
		coverage: { customers: change(coverage.customers), revenue: change(coverage.revenue) },
		survival: { ...survival, longer: change(survival.longer) }
	};
}

/** Every figure of the statements, in the order in which they are told. */
export function figuresOf(statements: MoneyStatements): Figure[] {
	const all: Figure[] = [];
	eachFigure(statements, (figure) => {
		all.push(figure);
		return figure;
	});
	return all;
}

/** The movements of all figures of the page, judged together: a page of twenty would cry wolf every week. */
export function judgedStatements(statements: MoneyStatements): MoneyStatements {
	const judged = new Map(judgedTogether(figuresOf(statements)).map((figure) => [figure.definition.id, figure]));
	return eachFigure(statements, (figure) => judged.get(figure.definition.id)!);
}
