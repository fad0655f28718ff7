import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { loyaltyFigure, selectSeries } from '#domain/metrics/server.ts';
import { afterTheAnswer, retentionFigures, whatIsKnown, yearFigures } from '#domain/money/server.ts';
import { addMonths, monthOf } from '#domain/scope/calendar.ts';
import type { Scope } from '#domain/scope/scope.ts';
import { firstDay, lastDay } from '#domain/scope/scope.ts';
import { mainSeries, seriesFrom } from '#domain/surveys/series.ts';
import type { Db } from '#platform/db/connect.ts';
import type { Measured } from './measure.ts';
import { quantile, repeated } from './measure.ts';

const goal = 20;

/** The same four questions to the kept sums, through the product's own code, and to the raw tables in plain SQL. */
export async function fourQuestions(db: Db, week: string): Promise<Measured[]> {
	const scope: Scope = { week, segment: null, region: null, plan: null, survey: null };
	const series = mainSeries((await selectSeries(db)).map(seriesFrom))!;
	const through = (await whatIsKnown(db))!.revenueThrough;
	const questions: [string, () => Promise<unknown>, SQL][] = [
		['NPS of thirteen weeks', () => loyaltyFigure(db, scope, series, lastDay(scope)), rawScores(series.id, scope)],
		[
			'customers and revenue kept',
			() => retentionFigures(db, scope, { revenueThrough: through, knownThrough: lastDay(scope) }),
			rawRetention(scope)
		],
		['revenue by month, value a year', () => yearFigures(db, scope, through), rawMonths(scope)],
		['revenue after the answer', () => afterTheAnswer(db, scope, series, through), rawOutcomes(series.id, scope)]
	];

	const measured: Measured[] = [];
	const sum = { kept: 0, raw: 0 };
	for (const [what, ask, raw] of questions) {
		const kept = quantile(await repeated(15, ask), 0.5);
		const plain = quantile(await repeated(3, () => db.execute(raw), 1), 0.5);
		sum.kept += kept;
		sum.raw += plain;
		measured.push({ part: 'questions', what, value: kept, unit: 'ms', limit: plain, limitIs: 'raw SQL' });
	}
	return [
		...measured,
		{
			...{ part: 'questions', what: 'all four', value: sum.kept, unit: 'ms', limit: sum.raw, limitIs: 'raw SQL' },
			...{ goal: `≥ ${goal} × faster than raw SQL`, met: sum.raw >= goal * sum.kept }
		}
	];
}

/** The last answer of each contact in each series, by week and score. */
const rawScores = (series: string, scope: Scope) => sql`
	select score, count(*)
	from (
		select distinct on (customer_id, coalesce(contact_id, 0)) score
		from response join survey on survey.id = survey_id
		where series = ${series} and score is not null
		  and responded_at >= ${firstDay(scope)}::date - 84 and responded_at < ${lastDay(scope)}::date + 1
		order by customer_id, coalesce(contact_id, 0), responded_at desc
	) latest
	group by score
`;

/** What each customer paid a year at the end of the week, and twelve months before. */
const rawRetention = (scope: Scope) => sql`
	select count(*) filter (where before > 0), count(*) filter (where before > 0 and now > 0),
		sum(now) filter (where before > 0), sum(before), sum(now ^ 2), sum(before ^ 2), sum(now * before)
	from (
		select customer_id,
			sum(yearly) filter (where ${lastDay(scope)}::date >= served_from and ${lastDay(scope)}::date < served_to) as now,
			sum(yearly) filter (
				where ${lastDay(scope)}::date - interval '12 months' >= served_from
				  and ${lastDay(scope)}::date - interval '12 months' < served_to
			) as before
		from (
			select *, reporting_minor * 365.25 / (served_to - served_from) as yearly from revenue_line where kind = 'recurring'
		) line
		group by customer_id
	) customer
`;

/** Revenue of the last 24 months, and of each customer in the last twelve. */
const rawMonths = (scope: Scope) => sql`
	with share as (
		select customer_id, month,
			reporting_minor * (least(served_to, (month + interval '1 month')::date) - greatest(served_from, month::date))::numeric
				/ (served_to - served_from) as minor
		from revenue_line
		join generate_series(
			${addMonths(monthOf(lastDay(scope)), -24)}::date, ${monthOf(lastDay(scope))}::date, interval '1 month'
		) month on served_to > month and served_from < month + interval '1 month'
	),
	customer as (
		select customer_id, sum(minor) as year from share
		where month >= ${addMonths(monthOf(lastDay(scope)), -12)}::date
		group by customer_id
	)
	select (select jsonb_agg(by_month) from (select month, sum(minor) from share group by month) by_month),
		(select sum(year) from customer), (select sum(year ^ 2) from customer), (select count(*) from customer)
`;

/** Revenue in the twelve months after each customer's latest answer that is a year old, by score. */
const rawOutcomes = (series: string, scope: Scope) => sql`
	select score, count(*), sum(revenue), sum(revenue ^ 2)
	from (
		select answer.customer_id, score, coalesce(sum(
			reporting_minor * (least(served_to, day + 366) - greatest(served_from, day + 1))::numeric / (served_to - served_from)
		), 0) as revenue
		from (
			select distinct on (customer_id) customer_id, score, responded_at::date as day
			from response join survey on survey.id = survey_id
			where series = ${series} and score is not null and responded_at < ${lastDay(scope)}::date - interval '12 months'
			order by customer_id, responded_at desc
		) answer
		left join revenue_line line
			on line.customer_id = answer.customer_id and served_to > day + 1 and served_from <= day + 365
		group by answer.customer_id, score
	) outcome
	group by score
`;
