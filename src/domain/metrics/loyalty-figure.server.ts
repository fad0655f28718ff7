import type { Db } from '#platform/db/connect.ts';
import { queryText } from '#platform/db/rows.ts';
import { periodText } from './explained.ts';
import { addDays, addMonths } from '../scope/calendar.ts';
import type { Scope } from '../scope/scope.ts';
import { firstDay, freeSlice, lastDay } from '../scope/scope.ts';
import { metricName, seriesName } from '../surveys/series.ts';
import type { Series } from '../surveys/series.ts';
import { inMonth, loyaltyVersions } from './definitions/loyalty.ts';
import { definitionOn, versionOn } from './definitions/versions.ts';
import { explainedChart } from './explained.ts';
import type { Explained } from './explained.ts';
import type { Figure } from './figure.ts';
import { addRepeated, groupCounts, loyaltyChange } from './loyalty.ts';
import { loyaltyByMonth } from './loyalty-months.ts';
import type { LoyaltyMonths } from './loyalty-months.ts';
import { lastWholeWeek } from './movement/judged-week.ts';
import { routineOfScores } from './movement/routine.ts';
import { meanOf, splitOf } from './movement/split.ts';
import { scoreCounts, selectRepeated, selectScoreCounts, selectSegmentCounts } from './queries/read.server.ts';
import { withoutScore } from './queries/refresh.server.ts';

const weeksInWindow = 13;
/** Enough weeks to know what is routine before the thirteen that are judged. */
const weeksOfRoutine = 53;

const since = `the ${weeksInWindow} weeks before`;

/**
 * The score of the thirteen weeks that end with the scope's week, and how it got there; the last week that was over by
 * `knownThrough` is judged: against the thirteen before, segment by segment, and against how much weeks usually differ.
 */
export async function loyaltyFigure(db: Db, scope: Scope, series: Series, knownThrough: string): Promise<Figure> {
	const monday = firstDay(scope);
	const whole = lastWholeWeek(monday, knownThrough);
	const before = addDays(whole.monday, -7 * weeksInWindow);
	const windows = { span: 'thirteen weeks', from: addDays(monday, -7 * (weeksInWindow + 1)), to: monday } as const;
	const routine = { span: 'week', from: addDays(whole.monday, 7 - 7 * weeksOfRoutine), to: whole.monday } as const;
	const by = freeSlice(scope);
	const [rolling, repeated, weekly, segments] = await Promise.all([
		selectScoreCounts(db, scope, series.id, windows),
		selectRepeated(db, scope, series.id, { ...windows, by }),
		selectScoreCounts(db, scope, series.id, routine),
		selectSegmentCounts(db, scope, series.id, { by, asOf: [before, whole.monday] })
	]);

	const versioned = loyaltyVersions[series.metric];
	const measure = versionOn(versioned, lastDay(scope)).rule;
	const byWindow = Map.groupBy(rolling, ({ asOf }) => asOf);
	const togetherIn = Map.groupBy(repeated, ({ asOf }) => asOf);
	const repeatedIn = (week: string) => togetherIn.get(week) ?? [];
	const countsOf = (week: string) => groupCounts(series, byWindow.get(week) ?? [], addRepeated(repeatedIn(week)));
	const valueOf = (week: string) => {
		const estimate = measure(series, countsOf(week));
		return estimate.status === 'ok' ? estimate.value : null;
	};
	const byWeek = Map.groupBy(weekly, ({ asOf }) => asOf);
	const weeks = mondays(routine).map((week) => meanOf(series, groupCounts(series, byWeek.get(week) ?? [])));
	const bySegment = [...Map.groupBy(segments, ({ segment }) => segment)].map(([segment, counts]) => {
		const at = (asOf: string) =>
			groupCounts(
				series,
				counts.filter((count) => count.asOf === asOf),
				repeatedIn(asOf).find((sums) => sums.segment === segment)
			);
		return { segment, before: at(before), after: at(whole.monday) };
	});
	const [now, lastWeek] = [valueOf(whole.monday), valueOf(addDays(whole.monday, -7))];
	const onlyWords = byWindow.get(monday)?.find(({ score }) => score === withoutScore)?.answers ?? 0;
	const from = addDays(monday, -7 * (weeksInWindow - 1));

	return {
		definition: definitionOn(versioned, lastDay(scope)),
		estimate: measure(series, countsOf(monday)),
		population: `${seriesName(series)} survey, ${periodText({ from, to: lastDay(scope) })}`,
		period: { from, to: lastDay(scope) },
		source: queryText(scoreCounts(scope, series.id, { ...windows, from: monday })),
		excluded: onlyWords > 0 ? [{ count: onlyWords, why: 'answers in words only, without a score' }] : [],
		change: loyaltyChange(series, countsOf(before), countsOf(whole.monday), since) ?? undefined,
		split: splitOf(series, bySegment) ?? undefined,
		routine:
			now === null || lastWeek === null
				? undefined
				: routineOfScores(weeks, { by: now - lastWeek, since: 'last week' }),
		judged: whole.judged,
		history: mondays(windows)
			.slice(1)
			.map((asOf) => ({ asOf, value: valueOf(asOf) }))
	};
}

function mondays({ from, to }: { from: string; to: string }): string[] {
	const all: string[] = [];
	for (let monday = from; monday <= to; monday = addDays(monday, 7)) all.push(monday);
	return all;
}

/** Month by month, the given one last. */
export async function loyaltyMonths(
	db: Db,
	scope: Scope,
	series: Series,
	last: string,
	months: number
): Promise<LoyaltyMonths & { about: Explained }> {
	const from = addMonths(last, 1 - months);
	const asked = { span: 'month', from, to: last } as const;
	const [counts, repeated] = await Promise.all([
		selectScoreCounts(db, scope, series.id, asked),
		selectRepeated(db, scope, series.id, asked)
	]);
	const byMonth = Map.groupBy(counts, ({ asOf }) => asOf);
	const togetherIn = new Map(repeated.map((sums) => [sums.asOf, sums]));
	const versioned = loyaltyVersions[series.metric];
	const lines = loyaltyByMonth(versioned, series, { from, months }, (month) =>
		groupCounts(series, byMonth.get(month) ?? [], togetherIn.get(month))
	);
	const definition = definitionOn(versioned, addDays(addMonths(last, 1), -1));
	const about = explainedChart({
		definition: {
			...definition,
			id: `${definition.id}_by_month`,
			name: `${metricName[series.metric]} by month`,
			meaning: inMonth(definition.meaning)
		},
		population: `${seriesName(series)} survey`,
		n: lines.now.reduce((all, { answers }) => all + answers, 0),
		period: { from, to: addDays(addMonths(last, 1), -1) },
		source: queryText(scoreCounts(scope, series.id, asked))
	});
	return { ...lines, about };
}
