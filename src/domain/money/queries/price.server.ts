import { sql } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';
import { row, rows } from '#platform/db/rows.ts';
import type { Scope } from '../../scope/scope.ts';
import { inSlice } from '../../scope/slice-sql.server.ts';
import type { PricedAnswer } from '../price/answers.ts';
import type { MonthlyMoney } from '../price/lag-profile.ts';
import type { SilentCustomer } from '../price/silent.ts';

/** Which price: of a series, seen from the end of a month, looking at one customer in `every`. */
export type PriceKey = { scope: Scope; series: string; asOf: string };
export type Sampled = PriceKey & { every: number };

/** Answers older than three years say little about the customers of today; the youngest need their year after. */
export const answered = ({ series, asOf }: PriceKey) =>
	sql`series = ${series} and counts_from <= ${asOf} and counts_from > ${asOf}::date - interval '24 months'`;

export const countAnswering = async (db: Db, key: PriceKey): Promise<number> =>
	(
		await row<{ customers: number }>(
			db,
			sql`
				select count(distinct customer_id)::int as "customers"
				from answer_outcome
				join customer_standing using (customer_id)
				where ${answered(key)} and ${inSlice(key.scope)}
			`
		)
	).customers;

export const pricedAnswers = (key: Sampled) => sql`
	select customer_id as "customer", response_id as "response", segment, tenure_months as "tenureMonths", per_year_then_minor as "perYear", score,
		revenue_minor as "after", before_minor as "before", previous_score as "previousScore",
		date_trunc('month', answered_on)::date::text as "month"
	from answer_outcome
	join customer_standing using (customer_id)
	where ${answered(key)} and ${inSlice(key.scope)} and customer_id % ${key.every}::int = 0
	order by customer_id, response_id
`;

/** With the response that it was given in. */
export type SelectedAnswer = PricedAnswer & { response: number };

export const selectPricedAnswers = (db: Db, key: Sampled) => rows<SelectedAnswer>(db, pricedAnswers(key));

/** The monthly revenue of those who answered, from half a year before the first such answer on. */
export async function selectMonthlyMoney(db: Db, key: Sampled): Promise<MonthlyMoney> {
	const all = await rows<{ customer: number; months: number[]; minor: number[] }>(
		db,
		sql`
			select customer_id as "customer",
				array_agg((extract(year from month) * 12 + extract(month from month) - 1)::int order by month) as "months",
				array_agg((recurring_minor + one_time_minor + given_back_minor)::float8 order by month)        as "minor"
			from customer_month
			where month between ${key.asOf}::date - interval '42 months' and ${key.asOf}
			  and customer_id % ${key.every}::int = 0
			  and customer_id in (
				select customer_id from answer_outcome join customer_standing using (customer_id)
				where ${answered(key)} and ${inSlice(key.scope)}
			  )
			group by customer_id
		`
	);
	return new Map(
		all.map(({ customer, months, minor }) => [customer, new Map(months.map((month, i) => [month, minor[i]]))])
	);
}

/**
 * Customers who said nothing, as `silent`. Asked: who left the first invitation of three years unanswered for a month, from
 * the month of it on, whatever they said later. Neither the last invitation nor whether they ever answered may choose them:
 * who stays has another chance to answer, so that only those who leave would be silent. Never asked: from the month in
 * which they came or the three years began, whichever is later, so that who left early is in it.
 */
export const silentOf = ({ scope, series, asOf, every }: Sampled) => sql`
	asked as (
		select invitation.customer_id, min(sent_at)::date as asked_on
		from invitation
		join survey on survey.id = invitation.survey_id
		where survey.series = ${series} and bounced_at is null and customer_id % ${every}::int = 0
		  and sent_at >= ${asOf}::date - interval '35 months' and sent_at < ${asOf}::date + interval '1 month'
		group by invitation.customer_id
	),
	silent as (
		select customer_id, segment, started_on, lost_on, asked_on is not null as was_asked,
			date_trunc('month', coalesce(asked_on, greatest(started_on, (${asOf}::date - interval '35 months')::date)))::date as month
		from customer_standing
		join (select id as customer_id, started_on from customer) came using (customer_id)
		left join asked using (customer_id)
		where ${inSlice(scope)} and customer_id % ${every}::int = 0
		  and not exists (
			select from answer_outcome answer
			where answer.customer_id = customer_standing.customer_id and answer.series = ${series}
			  -- By our calendar an answer may be of the day before the moment of asking.
			  and (asked_on is null or answered_on between asked_on - 1 and asked_on + interval '1 month')
		  )
	)
`;

/** Whose twelve months are over, of those who had not left before. */
export const silentForAYear = (asOf: string) =>
	sql`month <= ${asOf}::date - interval '12 months' and (lost_on is null or lost_on > month)`;

/** They, and the revenue of their twelve months. */
export const selectSilent = (db: Db, key: Sampled) =>
	rows<SilentCustomer>(
		db,
		sql`
			with ${silentOf(key)}
			select silent.customer_id as "customer", segment, was_asked as "wasAsked",
				greatest(0, extract(year from age(month, started_on)) * 12 + extract(month from age(month, started_on)))::int as "tenureMonths",
				coalesce((
					select per_year_minor from yearly_revenue step
					where step.customer_id = silent.customer_id
					  and from_day < month + interval '1 month' and to_day >= month + interval '1 month'
				), 0) as "perYear",
				coalesce((
					select sum(recurring_minor + one_time_minor + given_back_minor) from customer_month paid
					where paid.customer_id = silent.customer_id
					  and paid.month > silent.month and paid.month <= silent.month + interval '12 months'
				), 0)::bigint as "after"
			from silent
			where ${silentForAYear(key.asOf)}
			order by silent.customer_id
		`
	);

/** The refresh that the kept sums stem from; null before the first. */
export const latestRefresh = async (db: Db): Promise<number | null> =>
	(await row<{ id: number | null }>(db, sql`select max(id) as "id" from refresh`)).id;

export type KeptRow<Found> = { refreshId: number; method: number; at: Date; seed: number; every: number; found: Found };

export const selectKeptPrice = async <Found>(
	db: Db,
	{ scope: { segment, region, plan }, series, asOf }: PriceKey
): Promise<KeptRow<Found> | null> =>
	(
		await rows<KeptRow<Found>>(
			db,
			sql`
				select refresh_id as "refreshId", method, at, seed, every, found
				from kept_price
				where series = ${series} and as_of = ${asOf}
				  and segment = ${segment ?? ''} and region = ${region ?? ''} and plan = ${plan ?? ''}
			`
		)
	)[0] ?? null;

/** What changes whenever a price is kept. */
export const versionOfPrices = async (db: Db): Promise<string> =>
	(await row<{ version: string }>(db, sql`select concat_ws(' ', count(*), max(at)) as "version" from kept_price`))
		.version;

/** Keeps a price in the place of an older one, and says when. */
export const keepPrice = async (
	db: Db,
	{ scope: { segment, region, plan }, series, asOf }: PriceKey,
	{ refreshId, method, seed, every, found }: Omit<KeptRow<unknown>, 'at'>
): Promise<Date> =>
	(
		await row<{ at: Date }>(
			db,
			sql`
				insert into kept_price (series, as_of, segment, region, plan, refresh_id, method, seed, every, found)
				values (${series}, ${asOf}, ${segment ?? ''}, ${region ?? ''}, ${plan ?? ''}, ${refreshId}, ${method}, ${seed}, ${every},
					${JSON.stringify(found)}::text::jsonb)
				on conflict (series, as_of, segment, region, plan) do update set
					refresh_id = excluded.refresh_id, method = excluded.method, at = now(), seed = excluded.seed,
					every = excluded.every, found = excluded.found
				returning at
			`
		)
	).at;
