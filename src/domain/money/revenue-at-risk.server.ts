import type { Db } from '#platform/db/connect.ts';
import { queryText } from '#platform/db/rows.ts';
import { day } from '#ui/format/time.ts';
import { explainedChart } from '../metrics/explained.ts';
import { lastWholeWeek } from '../metrics/movement/judged-week.ts';
import { addDays, addMonths, mondayOf } from '../scope/calendar.ts';
import type { Scope } from '../scope/scope.ts';
import { seriesName } from '../surveys/series.ts';
import type { Series } from '../surveys/series.ts';
import { asBooked, judgedThrough, lastCompleteMonth, monthsTo, stateWeek, weeksTo } from './as-of.ts';
import type { Through } from './as-of.ts';
import {
	dueDefinition,
	exposedDefinition,
	extraLossDefinition,
	paidByDefinition,
	revenueByGroupDefinition,
	silentDefinition
} from './at-risk-definitions.ts';
import { growthOf } from './change.ts';
import { coverageFigures } from './coverage-figures.ts';
import { coverageStates } from './coverage.ts';
import { expectedExtraLoss } from './extra-loss.ts';
import { feelingStates } from './feeling-state.ts';
import {
	coverageMoves as movesOfCoverage,
	didByScore,
	exposedBySegment,
	feelingMoves,
	selectCoverage,
	selectDid,
	selectExposed,
	selectFeelings
} from './queries/read-heard.server.ts';
import { nothingHeard } from './heard-and-at-risk.ts';
import type { HeardAndAtRisk } from './heard-and-at-risk.ts';
import { due, exposed, figuresAt, heard, nobodyHeard, paidBy, silent, withoutTerms } from './revenue-at-risk.ts';
import { isDetectable } from './price/ladder.ts';
import { revenueByMonth } from './revenue-by-group.ts';
import { saidVersusDid } from './said-versus-did.ts';

const monthsShown = 25;
const weeksShown = 14;
/** A year before the week that is judged, and every week since. */
const weeksOfRoutine = 53;
const weeksInAYear = 52;

/** The Monday of the last week that ends within a month. */
const lastWeekOf = (month: string) => mondayOf(addDays(addMonths(month, 1), -7));

/** Whom of the paying customers we hear, how they feel, what of their revenue that puts at risk, and what such did before. */
export async function heardAndAtRisk(
	db: Db,
	scope: Scope,
	series: Series,
	{ revenueThrough, knownThrough }: Through
): Promise<HeardAndAtRisk> {
	if (!revenueThrough) return nothingHeard(series);
	const week = stateWeek(scope, revenueThrough);
	const asOf = lastCompleteMonth(scope, revenueThrough);
	const yearAgo = { week: addDays(week, -7 * weeksInAYear), asOf: addMonths(asOf, -12) };
	const since = addDays(lastWeekOf(addMonths(asOf, 1 - monthsShown)), -7);
	const [coverageMoves, moves, exposure, did, didThen] = await Promise.all([
		selectCoverage(db, scope, week, since),
		selectFeelings(db, scope, series.id, week, since),
		selectExposed(db, scope, series.id, { then: yearAgo.week, now: week }),
		selectDid(db, scope, series.id, asOf),
		selectDid(db, scope, series.id, yearAgo.asOf)
	]);
	const statesAt = (weeks: string[]) => {
		const all = coverageStates(coverageMoves, weeks);
		return feelingStates(moves, weeks).map((felt, i) => ({ ...felt, all: all[i] }));
	};

	const whole = lastWholeWeek(week, judgedThrough(revenueThrough, knownThrough));
	const weeks = weeksTo(week, weeksShown);
	const states = statesAt(weeks);
	const last = addDays(week, 6);
	const paying = `Customers who pay on ${day(last)}${asBooked(last, revenueThrough)}`;
	const population = `${paying}, by their latest score of twelve months in the ${seriesName(series)} survey`;
	const figure = figuresAt({
		weeks,
		states,
		routine: statesAt(weeksTo(whole.monday, weeksOfRoutine)),
		judged: whole.judged,
		population,
		period: { from: addDays(addMonths(last, -12), 1), to: last }
	});
	const exposureThen = exposure.map(({ segment, customersThen, perYearThen }) => ({
		segment,
		customers: customersThen,
		perYear: perYearThen
	}));
	const felt = queryText(feelingMoves(scope, series.id, week, since));
	const covered = {
		source: queryText(movesOfCoverage(scope, week, since)),
		population: paying
	};
	const now = states[weeksShown - 1];
	const extraLoss = heard(now).customers === 0 ? nobodyHeard : expectedExtraLoss(series, exposure, did);
	return {
		atRisk: {
			exposed: figure(exposedDefinition, { of: exposed, source: felt }),
			extraLoss: {
				definition: extraLossDefinition,
				estimate: extraLoss,
				population: `${population}; rates of those who had answered by ${day(addDays(addMonths(asOf, -11), -1))}`,
				period: { from: addMonths(asOf, -35), to: last },
				source: [exposedBySegment(scope, series.id, week), didByScore(scope, series.id, asOf)]
					.map(queryText)
					.join('\n\n'),
				excluded: [],
				grade: 'C',
				isDetectable: isDetectable(extraLoss),
				change: growthOf(expectedExtraLoss(series, exposureThen, didThen), extraLoss, 'a year before') ?? undefined
			},
			due: { ...figure(dueDefinition, { of: due, source: felt }), excluded: withoutTerms(now) },
			silent: figure(silentDefinition, { ...covered, of: silent }),
			perYear: now.all.perYear
		},
		coverage: coverageFigures(figure, covered),
		byGroup: {
			months: revenueByMonth(monthsTo(asOf, monthsShown), (months) => statesAt(months.map(lastWeekOf))),
			high: figure(paidByDefinition('high', series), { of: paidBy('high'), source: felt }),
			middle: figure(paidByDefinition('middle', series), { of: paidBy('middle'), source: felt }),
			about: explainedChart({
				definition: revenueByGroupDefinition,
				population,
				n: now.all.customers,
				period: { from: addMonths(asOf, 1 - monthsShown), to: addDays(addMonths(asOf, 1), -1) },
				source: felt
			})
		},
		said: {
			asOf,
			groups: saidVersusDid(series, did),
			source: queryText(didByScore(scope, series.id, asOf))
		}
	};
}
