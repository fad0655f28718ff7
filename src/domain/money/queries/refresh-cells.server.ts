import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';
import { growthAndValue } from './refresh-growth.server.ts';
import { addToConstantCells } from './refresh-constant.server.ts';
import { coverage, feeling } from './refresh-heard.server.ts';
import { familiesApart, familiesTogether, retention } from './refresh-retention.server.ts';
import type { Sign } from './sign.ts';

/*
 * The kept sums of this concept. Each statement adds the part of the customers in the temporary lists `touched` and
 * `touched_paid` (sign 1) or takes it out (sign -1), reading only what is kept per customer; so a refresh costs what
 * changed.
 */

/** Who pays what, and stays: what revenue alone changes. */
export async function addToRevenueCells(db: Db, sign: Sign) {
	for (const statement of [everybody, retention, familiesApart, familiesTogether, revenue, growthAndValue])
		await db.execute(statement(sign));
	await addToConstantCells(db, sign);
}

/** The money of those who answered. */
export async function addToAnswerCells(db: Db, sign: Sign) {
	for (const statement of [outcome, staying, coverage, feeling]) await db.execute(statement(sign));
}

export async function dropEmptyRevenueCells(db: Db) {
	const counted = {
		retention_cell: 'customers_paying',
		family_cell: 'customers_paying',
		constant_cell: 'customers_unrated',
		family_constant_cell: 'customers_unrated'
	};
	for (const [cells, column] of Object.entries(counted))
		await db.execute(sql`
			delete from ${sql.identifier(cells)}
			where (${sql.identifier(column)}, customers_then, customers_kept, revenue_then, revenue_now) = (0, 0, 0, 0, 0)
			  and (revenue_kept, revenue_then_squared, revenue_now_squared, revenue_then_times_now) = (0, 0, 0, 0)
			  and (revenue_kept_squared, revenue_then_times_kept, revenue_lost, revenue_lost_squared) = (0, 0, 0, 0)
		`);
	for (const cells of ['customer_cell', 'revenue_cell', 'value_cell', 'growth_cell'])
		await db.execute(sql`delete from ${sql.identifier(cells)} where customers = 0`);
}

export async function dropEmptyAnswerCells(db: Db) {
	await db.execute(sql`delete from outcome_cell where customers = 0`);
	await db.execute(sql`
		delete from coverage_cell
		where (customers, per_year, per_year_squared, customers_heard, per_year_heard, per_year_heard_squared) = (0, 0, 0, 0, 0, 0)
	`);
	await db.execute(sql`
		delete from feeling_cell
		where (customers, per_year, terms, per_year_in_terms, terms_due, per_year_due) = (0, 0, 0, 0, 0, 0)
	`);
	await db.execute(sql`delete from staying_cell where customers = 0`);
}

const ofRevenue = [
	'yearly_revenue',
	'currency_step',
	'currency_month',
	'base_rate',
	'day_rate',
	'customer_month',
	'customer_standing',
	'customer_account',
	'paid_term',
	'customer_cell',
	'retention_cell',
	'family_cell',
	'constant_cell',
	'family_constant_cell',
	'revenue_cell',
	'value_cell',
	'growth_cell'
];
const ofAnswers = [
	'answer_outcome',
	'answer_currency',
	'kept_price',
	'outcome_cell',
	'coverage_cell',
	'feeling_cell',
	'staying_cell'
];

export const emptyRevenueSums = (db: Db) => emptied(db, ofRevenue);
export const emptyAnswerSums = (db: Db) => emptied(db, ofAnswers);

/** Deletes rather than truncates: nobody who looks at a page has to wait for an import. */
async function emptied(db: Db, tables: readonly string[]) {
	for (const table of tables) await db.execute(sql`delete from ${sql.identifier(table)}`);
}

const everybody = (sign: Sign): SQL => sql`
	insert into customer_cell as cell (segment, region, plan, customers)
	select segment, region, plan, ${sign}::int * count(*)
	from customer_standing
	join touched_paid using (customer_id)
	group by segment, region, plan
	on conflict (segment, region, plan) do update set customers = cell.customers + excluded.customers
`;

const revenue = (sign: Sign): SQL => sql`
	insert into revenue_cell as cell
		(month, segment, region, plan, customers, recurring_minor, one_time_minor, given_back_minor)
	select month, segment, region, plan, ${sign}::int * count(*),
		${sign}::int * sum(recurring_minor), ${sign}::int * sum(one_time_minor), ${sign}::int * sum(given_back_minor)
	from customer_month
	join touched_paid using (customer_id)
	join customer_standing using (customer_id)
	group by 1, 2, 3, 4
	on conflict (month, segment, region, plan) do update set
		customers        = cell.customers        + excluded.customers,
		recurring_minor  = cell.recurring_minor  + excluded.recurring_minor,
		one_time_minor   = cell.one_time_minor   + excluded.one_time_minor,
		given_back_minor = cell.given_back_minor + excluded.given_back_minor
`;

/** Walks each cell through the months in which answers come to count in it, or count no longer. */
const outcome = (sign: Sign): SQL => sql`
	insert into outcome_cell as cell
		(as_of, series, segment, region, plan, score, customers, customers_with_revenue, revenue_minor, revenue_squared,
		 customers_paying, customers_left, customers_shrank, customers_grew, per_year_then_minor, per_year_after_minor)
	with change as (
		select series, segment, region, plan, score, month,
			sum(by)                                                               as customers,
			sum(by) filter (where revenue_minor <> 0)                             as with_revenue,
			sum(by * revenue_minor)                                               as revenue,
			sum(by * revenue_minor::numeric * revenue_minor)                      as squared,
			sum(by) filter (where per_year_then_minor > 0)                        as paying,
			sum(by) filter (where per_year_then_minor > 0 and per_year_after_minor = 0)                       as went,
			sum(by) filter (where per_year_after_minor > 0 and per_year_after_minor < per_year_then_minor)    as shrank,
			sum(by) filter (where per_year_then_minor > 0 and per_year_after_minor > per_year_then_minor)     as grew,
			sum(by * per_year_then_minor)                                         as per_year_then,
			sum(by * per_year_after_minor) filter (where per_year_then_minor > 0) as per_year_after
		from (
			select *, case by when 1 then followed_from else followed_to end as month
			from answer_outcome
			join touched using (customer_id)
			join customer_standing using (customer_id)
			cross join (values (1), (-1)) as step (by)
		) step
		group by series, segment, region, plan, score, month
	),
	total as (
		select series, segment, region, plan, score, month, lead(month) over walk as next_month,
			sum(customers)      over walk as customers,
			sum(with_revenue)   over walk as with_revenue,
			sum(revenue)        over walk as revenue,
			sum(squared)        over walk as squared,
			sum(paying)         over walk as paying,
			sum(went)           over walk as went,
			sum(shrank)         over walk as shrank,
			sum(grew)           over walk as grew,
			sum(per_year_then)  over walk as per_year_then,
			sum(per_year_after) over walk as per_year_after
		from change
		window walk as (partition by series, segment, region, plan, score order by month)
	)
	select as_of::date, series, segment, region, plan, score,
		${sign}::int * customers, ${sign}::int * coalesce(with_revenue, 0), ${sign}::int * revenue, ${sign}::int * squared,
		${sign}::int * coalesce(paying, 0), ${sign}::int * coalesce(went, 0), ${sign}::int * coalesce(shrank, 0),
		${sign}::int * coalesce(grew, 0), ${sign}::int * per_year_then, ${sign}::int * coalesce(per_year_after, 0)
	from total
	cross join generate_series(month, next_month - interval '1 month', interval '1 month') as as_of
	where customers > 0
	on conflict (series, as_of, segment, region, plan, score) do update set
		customers              = cell.customers              + excluded.customers,
		customers_with_revenue = cell.customers_with_revenue + excluded.customers_with_revenue,
		revenue_minor          = cell.revenue_minor          + excluded.revenue_minor,
		revenue_squared        = cell.revenue_squared        + excluded.revenue_squared,
		customers_paying       = cell.customers_paying       + excluded.customers_paying,
		customers_left         = cell.customers_left         + excluded.customers_left,
		customers_shrank       = cell.customers_shrank       + excluded.customers_shrank,
		customers_grew         = cell.customers_grew         + excluded.customers_grew,
		per_year_then_minor    = cell.per_year_then_minor    + excluded.per_year_then_minor,
		per_year_after_minor   = cell.per_year_after_minor   + excluded.per_year_after_minor
`;

/** A subscriber who had left before they first answered has no time to stay, and is not counted. */
const staying = (sign: Sign): SQL => sql`
	insert into staying_cell as cell (series, subscribes, answer_month, event_month, segment, region, plan, score, customers)
	select series, subscribes, date_trunc('month', answered_on)::date,
		coalesce(date_trunc('month', case when subscribes then lost_on else bought_again_on end)::date, 'infinity'),
		segment, region, plan, score, ${sign}::int * count(*)
	from answer_outcome
	join touched using (customer_id)
	join customer_standing using (customer_id)
	where is_first and (not subscribes or lost_on is null or lost_on > answered_on)
	group by 1, 2, 3, 4, 5, 6, 7, 8
	on conflict (series, subscribes, answer_month, event_month, segment, region, plan, score) do update set
		customers = cell.customers + excluded.customers
`;
