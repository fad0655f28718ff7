import { explainedChart } from '../metrics/explained.ts';
import type { Figure } from '../metrics/figure.ts';
import type { Series } from '../surveys/series.ts';
import {
	dueDefinition,
	exposedDefinition,
	extraLossDefinition,
	paidByDefinition,
	revenueByGroupDefinition,
	silentDefinition
} from './at-risk-definitions.ts';
import { coverageOfCustomersDefinition, coverageOfRevenueDefinition } from './coverage.ts';
import type { RevenueByGroup } from './revenue-by-group.ts';
import type { SaidAndDid } from './said-versus-did.ts';
import { withoutRevenue } from './without-revenue.ts';

export type RevenueAtRisk = {
	exposed: Figure;
	extraLoss: Figure;
	due: Figure;
	silent: Figure;
	/** What all who pay pay a year. */
	perYear: number;
};

export type HeardAndAtRisk = {
	atRisk: RevenueAtRisk;
	coverage: { customers: Figure; revenue: Figure };
	byGroup: RevenueByGroup;
	said: { asOf: string; groups: SaidAndDid[]; source: string } | null;
};

/** Before any revenue has come in. */
export const nothingHeard = (series: Series): HeardAndAtRisk => ({
	atRisk: {
		exposed: withoutRevenue(exposedDefinition),
		extraLoss: withoutRevenue(extraLossDefinition),
		due: withoutRevenue(dueDefinition),
		silent: withoutRevenue(silentDefinition),
		perYear: 0
	},
	coverage: {
		customers: withoutRevenue(coverageOfCustomersDefinition),
		revenue: withoutRevenue(coverageOfRevenueDefinition)
	},
	byGroup: {
		months: [],
		high: withoutRevenue(paidByDefinition('high', series)),
		middle: withoutRevenue(paidByDefinition('middle', series)),
		about: explainedChart({ definition: revenueByGroupDefinition, population: 'nobody' })
	},
	said: null
});
