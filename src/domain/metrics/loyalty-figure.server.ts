import type { Db } from '#platform/db/connect.ts';
import { addDays, addMonths } from '../scope/calendar.ts';
import type { Scope } from '../scope/scope.ts';
import { firstDay, lastDay } from '../scope/scope.ts';
import { seriesName } from '../surveys/series.ts';
import type { Series } from '../surveys/series.ts';
import type { Figure } from './figure.ts';
import { groupCounts, loyalty, loyaltyChange, loyaltyDefinition } from './loyalty.ts';
import { selectScoreCounts } from './queries/read.server.ts';
import { withoutScore } from './queries/refresh.server.ts';
import type { ScoreCount } from './queries/read.server.ts';

const weeksInWindow = 13;

/** The score of the thirteen weeks that end with the scope's week, against the thirteen before, and how it got there. */
export async function loyaltyFigure(db: Db, scope: Scope, series: Series): Promise<Figure> {
	const monday = firstDay(scope);
	const from = addDays(monday, -7 * weeksInWindow);
	const byWeek = perSpan(await selectScoreCounts(db, scope, series.id, { span: 'thirteen weeks', from, to: monday }));
	const countsOf = (week: string) => groupCounts(series, byWeek.get(week) ?? []);
	const onlyWords = byWeek.get(monday)?.find(({ score }) => score === withoutScore)?.answers ?? 0;
	const before = countsOf(addDays(monday, -7 * weeksInWindow));

	return {
		definition: loyaltyDefinition(series),
		estimate: loyalty(series, countsOf(monday)),
		population: `${seriesName(series)} survey, ${addDays(monday, -7 * (weeksInWindow - 1))} to ${lastDay(scope)}`,
		excluded: onlyWords > 0 ? [{ count: onlyWords, why: 'answers in words only, without a score' }] : [],
		change: loyaltyChange(series, before, countsOf(monday), `the ${weeksInWindow} weeks before`) ?? undefined,
		history: Array.from({ length: weeksInWindow + 1 }, (_, i) => {
			const asOf = addDays(monday, -7 * (weeksInWindow - i));
			const estimate = loyalty(series, countsOf(asOf));
			return { asOf, value: estimate.status === 'ok' ? estimate.value : null };
		})
	};
}

/** The score of a month with its interval; null bounds where there were too few answers. */
export type LoyaltyMonth = {
	month: string;
	value: number | null;
	low: number | null;
	high: number | null;
	answers: number;
};

/** Month by month, the given one last. Months without an answer are there too, as gaps. */
export async function loyaltyMonths(
	db: Db,
	scope: Scope,
	series: Series,
	last: string,
	months: number
): Promise<LoyaltyMonth[]> {
	const from = addMonths(last, 1 - months);
	const byMonth = perSpan(await selectScoreCounts(db, scope, series.id, { span: 'month', from, to: last }));
	return Array.from({ length: months }, (_, i) => {
		const month = addMonths(from, i);
		const counts = groupCounts(series, byMonth.get(month) ?? []);
		const estimate = loyalty(series, counts);
		const [value, low, high] =
			estimate.status === 'ok' ? [estimate.value, estimate.low, estimate.high] : [null, null, null];
		return { month, value, low, high, answers: counts.answers };
	});
}

function perSpan(counts: ScoreCount[]): Map<string, ScoreCount[]> {
	const spans = new Map<string, ScoreCount[]>();
	for (const count of counts) spans.set(count.asOf, [...(spans.get(count.asOf) ?? []), count]);
	return spans;
}
