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
import { ratesOfBase } from './constant-rates.server.ts';
import { retentionMoves, selectKeptBySegment, selectMoves } from './queries/read-retention.server.ts';
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
	revenueLost
} from './retention.ts';
import type { RetentionState } from './retention.ts';
import { basesOf, tellsOtherwise } from './retention-bases.ts';
import type { Standing } from './retention-bases.ts';
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
	const accounts = !all.some(({ isFamily }) => isFamily) ? null : scope.apart ? 'apart' : 'together';
	const told = { shown: weeks, routine: weeksTo(whole.monday, weeksOfRoutine), before: yearBefore };
	const { asBooked: booked, atConstantRate, first } = basesOf(all, told, { together: accounts === 'together' });
	const period = { from: addMonths(addDays(week, 6), -12), to: addDays(week, 6) };
	const who = accounts === 'together' ? 'Accounts (customers by ultimate parent)' : 'Customers';
	const population = `${who} who paid on ${day(period.from)}, seen on ${day(period.to)}${asBooked(period.to, revenueThrough)}`;
	const unrated = atConstantRate.shown.at(-1)!.customersUnrated;
	const rates = atConstantRate === booked ? '' : `. ${await ratesOfBase(db, { week, on: period.from, unrated })}`;
	const source = queryText(retentionMoves(scope, week, yearBefore));

	type Of = (state: RetentionState) => Estimate | NotEstimable;
	const historyOf = (estimate: Of, { shown }: Standing) =>
		shown.map((state, i) => ({ asOf: weeks[i], value: plain(estimate(state)) }));
	/** How the versions before counted, the latest first; shown is the latest that says anything else. */
	const earlier = (definition: Definition, estimate: Of, base: Standing): Figure['earlier'] => {
		if (!definition.changes?.some(({ changedOn }) => changedOn > weeks[0])) return undefined;
		const valuesOf = (standing: Standing) => standing.shown.map((state) => plain(estimate(state)));
		const before = [
			{ version: 2, base: booked },
			{ version: 1, base: first }
		].find((one) => one.version < definition.version && tellsOtherwise(valuesOf(one.base), valuesOf(base)));
		return (
			before && {
				version: before.version,
				estimate: estimate(before.base.shown.at(-1)!),
				history: historyOf(estimate, before.base)
			}
		);
	};
	const figure = (
		definition: Definition,
		estimate: Of,
		base: Standing,
		change: Change | null = retentionChange(estimate, base.before, base.routine.at(-1)!)
	): Figure => ({
		definition,
		estimate: estimate(base.shown.at(-1)!),
		population: base === booked ? population : population + rates,
		period,
		source,
		excluded: [],
		routine: weeklySteps(base.routine.map((state) => plain(estimate(state)))),
		judged: whole.judged,
		change: change ?? undefined,
		history: historyOf(estimate, base),
		earlier: earlier(definition, estimate, base)
	});
	const [before, judged] = [booked.before, booked.routine.at(-1)!];
	return {
		paying: booked.shown.at(-1)!.customersPaying,
		accounts,
		kept: {
			...figure(customersKeptDefinition, customersKept, booked, keptChange(before, judged)),
			split: keptSplit(segments) ?? undefined
		},
		retained: figure(netRevenueRetentionDefinition, netRevenueRetention, atConstantRate),
		gross: figure(grossRevenueRetentionDefinition, grossRevenueRetention, atConstantRate),
		lost: {
			...figure(customersLostDefinition, customersLost, booked, lostChange(before, judged)),
			split: lostSplit(segments) ?? undefined
		},
		revenueLost: figure(revenueLostDefinition, revenueLost, atConstantRate)
	};
}
