import type { Db } from '#platform/db/connect.ts';
import { queryText } from '#platform/db/rows.ts';
import type { Estimate, NotEstimable } from '#stats/estimate.ts';
import { day } from '#ui/format/time.ts';
import type { Change, Definition, Figure } from '../metrics/figure.ts';
import { lastWholeWeek } from '../metrics/movement/judged-week.ts';
import { addDays, addMonths } from '../scope/calendar.ts';
import { freeSlice } from '../scope/scope.ts';
import type { Scope } from '../scope/scope.ts';
import { asBooked, judgedThrough, stateWeek, weeksTo } from './as-of.ts';
import type { Through } from './as-of.ts';
import { retentionMoves, selectKeptBySegment, selectMoves } from './queries/read.server.ts';
import {
	customersKept,
	customersLost,
	grossRevenueRetention,
	keptChange,
	keptSplit,
	lostChange,
	lostSplit,
	netRevenueRetention,
	retentionChange,
	revenueLost,
	statesAt
} from './retention.ts';
import type { RetentionState } from './retention.ts';
import {
	customersKeptDefinition,
	customersLostDefinition,
	grossRevenueRetentionDefinition,
	netRevenueRetentionDefinition,
	revenueLostDefinition
} from './retention-definitions.ts';
import { weeklySteps } from './steps.ts';
import { withoutRevenue } from './without-revenue.ts';

const weeksShown = 14;
/** Enough steps to know what is routine before the thirteen that are judged. */
const weeksOfRoutine = 53;
const weeksInAYear = 52;

const plain = (estimate: Estimate | NotEstimable) => (estimate.status === 'ok' ? estimate.value : null);

export type RetentionFigures = {
	/** How many customers pay. */
	paying: number;
	/** Whether customers with the same parent count as one account; null: nobody has a parent. */
	accounts: 'together' | 'apart' | null;
	kept: Figure;
	retained: Figure;
	gross: Figure;
	/** Churn: of customers, and of their revenue. */
	lost: Figure;
	revenueLost: Figure;
};

/**
 * Customers kept and net revenue retention at the end of the week, and how many customers pay. Judged is the last week
 * that was over by `knownThrough`, and that the books know to its end.
 */
export async function retentionFigures(
	db: Db,
	scope: Scope,
	{ revenueThrough, knownThrough }: Through
): Promise<RetentionFigures> {
	if (!revenueThrough)
		return {
			paying: 0,
			accounts: null,
			kept: withoutRevenue(customersKeptDefinition),
			retained: withoutRevenue(netRevenueRetentionDefinition),
			gross: withoutRevenue(grossRevenueRetentionDefinition),
			lost: withoutRevenue(customersLostDefinition),
			revenueLost: withoutRevenue(revenueLostDefinition)
		};

	const week = stateWeek(scope, revenueThrough);
	const whole = lastWholeWeek(week, judgedThrough(revenueThrough, knownThrough));
	const weeks = weeksTo(week, weeksShown);
	const yearBefore = addDays(whole.monday, -7 * weeksInAYear);
	const by = freeSlice(scope);
	const [all, segments] = await Promise.all([
		selectMoves(db, scope, week, yearBefore),
		by ? selectKeptBySegment(db, scope, { by, before: yearBefore, now: whole.monday }) : []
	]);
	const each = all.filter(({ isFamily }) => !isFamily);
	const accounts = each.length === all.length ? null : scope.apart ? 'apart' : 'together';
	const moves = accounts === 'together' ? all : each;
	const [before] = statesAt(moves, [yearBefore]);
	const states = statesAt(moves, weeks);
	const now = states[states.length - 1];
	const routine = statesAt(moves, weeksTo(whole.monday, weeksOfRoutine));
	const judged = routine[routine.length - 1];
	const period = { from: addMonths(addDays(week, 6), -12), to: addDays(week, 6) };
	const who = accounts === 'together' ? 'Accounts (customers by ultimate parent)' : 'Customers';

	const asBefore = accounts === 'together' ? statesAt(each, weeks) : null;
	const source = queryText(retentionMoves(scope, week, yearBefore));

	type Of = (state: RetentionState) => Estimate | NotEstimable;
	const historyOf = (estimate: Of, states: readonly RetentionState[]) =>
		states.map((state, i) => ({ asOf: weeks[i], value: plain(estimate(state)) }));
	/** Each customer for itself is what the first version counted. */
	const earlier = (definition: Definition, estimate: Of): Figure['earlier'] =>
		asBefore && definition.changes?.some(({ changedOn }) => changedOn > weeks[0])
			? { version: 1, estimate: estimate(asBefore.at(-1)!), history: historyOf(estimate, asBefore) }
			: undefined;
	const figure = (
		definition: Definition,
		estimate: Of,
		change: Change | null = retentionChange(estimate, before, judged)
	): Figure => ({
		definition,
		estimate: estimate(now),
		population: `${who} who paid on ${day(period.from)}, seen on ${day(period.to)}${asBooked(period.to, revenueThrough)}`,
		period,
		source,
		excluded: [],
		routine: weeklySteps(routine.map((state) => plain(estimate(state)))),
		judged: whole.judged,
		change: change ?? undefined,
		history: historyOf(estimate, states),
		earlier: earlier(definition, estimate)
	});
	return {
		paying: now.customersPaying,
		accounts,
		kept: {
			...figure(customersKeptDefinition, customersKept, keptChange(before, judged)),
			split: keptSplit(segments) ?? undefined
		},
		retained: figure(netRevenueRetentionDefinition, netRevenueRetention),
		gross: figure(grossRevenueRetentionDefinition, grossRevenueRetention),
		lost: {
			...figure(customersLostDefinition, customersLost, lostChange(before, judged)),
			split: lostSplit(segments) ?? undefined
		},
		revenueLost: figure(revenueLostDefinition, revenueLost)
	};
}
