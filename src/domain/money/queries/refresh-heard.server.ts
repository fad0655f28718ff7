import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { feelingSql } from '../../metrics/server.ts';
import { canBeSquared, mondayOf } from './month-number.server.ts';
import type { Sign } from './sign.ts';

/*
 * Whom of the paying customers we hear, and how they feel. Each stretch of time in which a customer pays one rate, and
 * is or is not heard, adds itself in the week in which it begins and takes itself out in the week in which it ends.
 */

const fits = canBeSquared(sql`per_year_minor`);

/** By how much the squares of yearly revenue change. */
const squares = (which: SQL): SQL => sql`(
	coalesce(sum(by * per_year_minor * per_year_minor) filter (where ${which} and ${fits}), 0)
	+ coalesce(sum(by * per_year_minor::numeric * per_year_minor) filter (where ${which} and not ${fits}), 0)
)`;

/** An answer of any kind counts for the 52 weeks from the one it was given in; a later one takes over from it. */
export const coverage = (sign: Sign): SQL => sql`
	insert into coverage_cell as cell
		(week, segment, region, plan, customers, per_year, per_year_squared, customers_heard, per_year_heard, per_year_heard_squared)
	with paying as (
		select customer_id, from_day, to_day, per_year_minor
		from yearly_revenue
		join touched using (customer_id)
		where per_year_minor > 0
	),
	heard as (
		select customer_id, week as from_day, least(week + 364, lead(week) over (partition by customer_id order by week)) as to_day
		from (select distinct customer_id, week from counted_answer join touched using (customer_id)) answered
	),
	stretch as (
		select customer_id, from_day, to_day, per_year_minor, false as is_heard from paying
		union all
		select customer_id, greatest(paying.from_day, heard.from_day), least(paying.to_day, heard.to_day), per_year_minor, true
		from paying
		join heard using (customer_id)
		where heard.from_day < paying.to_day and paying.from_day < heard.to_day
	),
	change as (
		select customer_id, ${mondayOf(sql`from_day`)} as week, is_heard, 1 as by, per_year_minor from stretch
		union all
		select customer_id, ${mondayOf(sql`to_day`)}, is_heard, -1, per_year_minor from stretch where to_day <> 'infinity'
	)
	select week, segment, region, plan,
		${sign}::int * coalesce(sum(by) filter (where not is_heard), 0),
		${sign}::int * coalesce(sum(by * per_year_minor) filter (where not is_heard), 0),
		${sign}::int * ${squares(sql`not is_heard`)},
		${sign}::int * coalesce(sum(by) filter (where is_heard), 0),
		${sign}::int * coalesce(sum(by * per_year_minor) filter (where is_heard), 0),
		${sign}::int * ${squares(sql`is_heard`)}
	from change
	join customer_standing using (customer_id)
	group by 1, 2, 3, 4
	on conflict (week, segment, region, plan) do update set
		customers              = cell.customers              + excluded.customers,
		per_year               = cell.per_year               + excluded.per_year,
		per_year_squared       = cell.per_year_squared       + excluded.per_year_squared,
		customers_heard        = cell.customers_heard        + excluded.customers_heard,
		per_year_heard         = cell.per_year_heard         + excluded.per_year_heard,
		per_year_heard_squared = cell.per_year_heard_squared + excluded.per_year_heard_squared
`;

/** What the customer pays while an answer speaks for them; of that, what is paid in terms, and what of these is due. */
export const feeling = (sign: Sign): SQL => sql`
	insert into feeling_cell as cell
		(series, week, segment, region, plan, feeling, customers, per_year, terms, per_year_in_terms, terms_due, per_year_due)
	with answer as (
		select customer_id, series, ${feelingSql(sql`series`, sql`score`)} as feeling, answered_on, heard_until
		from answer_outcome
		join touched using (customer_id)
		where answered_on < heard_until
	),
	paid as (
		select customer_id, from_day, to_day, per_year_minor, 'pays' as what
		from yearly_revenue join touched using (customer_id) where per_year_minor > 0
		union all
		select customer_id, from_day, to_day, per_year_minor, 'in a term'
		from paid_term join touched using (customer_id)
		union all
		select customer_id, due_from, due_until, per_year_minor, 'due'
		from paid_term join touched using (customer_id) where due_from < due_until
	),
	stretch as (
		select customer_id, series, feeling, what, per_year_minor,
			greatest(from_day, answered_on) as from_day, least(to_day, heard_until) as to_day
		from answer
		join paid using (customer_id)
		where from_day < heard_until and answered_on < to_day
	),
	change as (
		select customer_id, series, feeling, what, ${mondayOf(sql`from_day`)} as week, 1 as by, per_year_minor from stretch
		union all
		select customer_id, series, feeling, what, ${mondayOf(sql`to_day`)}, -1, per_year_minor from stretch
	),
	-- By itself, so that it is not sorted by what it is grouped by: there are many more changes than cells.
	total as materialized (
		select series, week, segment, region, plan, feeling,
			${sign}::int * coalesce(sum(by) filter (where what = 'pays'), 0)                       as customers,
			${sign}::int * coalesce(sum(by * per_year_minor) filter (where what = 'pays'), 0)      as per_year,
			${sign}::int * coalesce(sum(by) filter (where what = 'in a term'), 0)                  as terms,
			${sign}::int * coalesce(sum(by * per_year_minor) filter (where what = 'in a term'), 0) as per_year_in_terms,
			${sign}::int * coalesce(sum(by) filter (where what = 'due'), 0)                        as terms_due,
			${sign}::int * coalesce(sum(by * per_year_minor) filter (where what = 'due'), 0)       as per_year_due
		from change
		join customer_standing using (customer_id)
		group by series, week, segment, region, plan, feeling
	)
	select * from total
	-- In the order of the key, so that a page that asks for one series reads one stretch of the table.
	order by 1, 2
	on conflict (series, week, segment, region, plan, feeling) do update set
		customers         = cell.customers         + excluded.customers,
		per_year          = cell.per_year          + excluded.per_year,
		terms             = cell.terms             + excluded.terms,
		per_year_in_terms = cell.per_year_in_terms + excluded.per_year_in_terms,
		terms_due         = cell.terms_due         + excluded.terms_due,
		per_year_due      = cell.per_year_due      + excluded.per_year_due
`;
