import type { Db } from '#platform/db/connect.ts';
import type { Figure } from '../metrics/figure.ts';
import { addDays, addMonths, mondayOf } from '../scope/calendar.ts';
import type { Scope } from '../scope/scope.ts';
import { seriesName } from '../surveys/series.ts';
import type { Series } from '../surveys/series.ts';
import { lastCompleteMonth, stateWeek } from './as-of.ts';
import {
	coverageOfCustomers,
	coverageOfCustomersDefinition,
	coverageOfRevenue,
	coverageOfRevenueDefinition,
	coverageStates
} from './coverage.ts';
import { expectedExtraLoss } from './extra-loss.ts';
import { feelingStates } from './feeling-state.ts';
import { selectCoverage, selectDid, selectFeelings } from './queries/read-heard.server.ts';
import type { FeelingMove } from './queries/read-heard.server.ts';
import {
	due,
	dueDefinition,
	exposed,
	exposedDefinition,
	extraLossDefinition,
	figuresAt,
	heard,
	silent,
	silentDefinition,
	withoutTerms
} from './revenue-at-risk.ts';
import { saidVersusDid } from './said-versus-did.ts';
import type { SaidAndDid } from './said-versus-did.ts';
import { withoutRevenue } from './without-revenue.ts';

/** What customers pay a year at the end of a month, by what they last said. */
export type RevenueByGroupMonth = { month: string; high: number; middle: number; low: number; silent: number };

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
	byGroup: RevenueByGroupMonth[];
	said: { asOf: string; groups: SaidAndDid[] } | null;
};

const monthsShown = 25;
const weeksShown = 14;

/** The Monday of the last week that ends within a month. */
const lastWeekOf = (month: string) => mondayOf(addDays(addMonths(month, 1), -7));

/** Whom of the paying customers we hear, how they feel, what of their revenue that puts at risk, and what such did before. */
export async function heardAndAtRisk(
	db: Db,
	scope: Scope,
	series: Series,
	revenueThrough: string | null
): Promise<HeardAndAtRisk> {
	if (!revenueThrough) return nothingKnown;
	const week = stateWeek(scope, revenueThrough);
	const asOf = lastCompleteMonth(scope, revenueThrough);
	const [coverageMoves, moves, did] = await Promise.all([
		selectCoverage(db, scope, week),
		selectFeelings(db, scope, series.id, week),
		selectDid(db, scope, series.id, asOf)
	]);
	const statesAt = (weeks: string[]) => {
		const all = coverageStates(coverageMoves, weeks);
		return feelingStates(moves.filter(isOfWeek), weeks).map((felt, i) => ({ ...felt, all: all[i] }));
	};

	const weeks = Array.from({ length: weeksShown }, (_, i) => addDays(week, 7 * (i + 1 - weeksShown)));
	const months = Array.from({ length: monthsShown }, (_, i) => addMonths(asOf, i + 1 - monthsShown));
	const states = statesAt(weeks);
	const population = `Customers who pay on ${addDays(week, 6)}, by their latest score of twelve months in the ${seriesName(series)} survey`;
	const figure = figuresAt(states, weeks, population);
	return {
		atRisk: {
			exposed: figure(exposedDefinition, exposed),
			extraLoss: {
				definition: extraLossDefinition,
				estimate: expectedExtraLoss(series, moves.filter(isOfSegment), did),
				population: `${population}; rates of those who had answered by ${addDays(addMonths(asOf, -11), -1)}`,
				excluded: [],
				grade: 'C'
			},
			due: { ...figure(dueDefinition, due), excluded: withoutTerms(states[weeksShown - 1]) },
			silent: figure(silentDefinition, silent),
			perYear: states[weeksShown - 1].all.perYear
		},
		coverage: {
			customers: figure(coverageOfCustomersDefinition, ({ all }) => coverageOfCustomers(all), heardPopulation(week)),
			revenue: figure(coverageOfRevenueDefinition, ({ all }) => coverageOfRevenue(all), heardPopulation(week))
		},
		byGroup: statesAt(months.map(lastWeekOf)).map((state, i) => ({
			month: months[i],
			high: state.high.perYear,
			middle: state.middle.perYear,
			low: state.low.perYear,
			silent: state.all.perYear - heard(state).perYear
		})),
		said: { asOf, groups: saidVersusDid(series, did) }
	};
}

const isOfWeek = (move: FeelingMove): move is FeelingMove & { week: string } => move.week !== null;
const isOfSegment = (move: FeelingMove): move is FeelingMove & { segment: string } => move.segment !== null;

const heardPopulation = (week: string) => `Customers who pay on ${addDays(week, 6)}`;

const nothingKnown: HeardAndAtRisk = {
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
	byGroup: [],
	said: null
};
