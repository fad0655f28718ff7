import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { firstOf, numberOfMonth } from './month-number.server.ts';
import type { Sign } from './sign.ts';

/**
 * Lays each customer's months out without gaps, so that the sums of twelve months and of the twelve before roll along
 * in one pass. "Before" and "now" are net of refunds and credits; a customer who had paid before the later twelve
 * months, but has no revenue left in the earlier ones, comes back rather than anew.
 */
export const growth = (sign: Sign): SQL => sql`
	insert into growth_cell as cell
		(as_of, segment, region, plan, movement, came_by, customers, before_minor, now_minor, before_squared, now_squared, before_times_now)
	with told as (
		select customer_id, ${numberOfMonth(sql`month`)} as month, recurring_minor + one_time_minor + given_back_minor as minor,
			recurring_minor + one_time_minor > 0 as paid
		from customer_month
		join touched using (customer_id)
	),
	span as (
		select customer_id, min(month) as first_month, max(month) as last_month, min(month) filter (where paid) as first_paid
		from told
		group by customer_id
	),
	year as (
		select span.customer_id, span_month as as_of, first_paid,
			coalesce(sum(minor) over (walk rows between 11 preceding and current row), 0)  as now,
			coalesce(sum(minor) over (walk rows between 23 preceding and 12 preceding), 0) as before
		from span
		cross join generate_series(first_month, last_month + 23) as span_month
		left join told on told.customer_id = span.customer_id and told.month = span_month
		window walk as (partition by span.customer_id order by span_month)
	),
	moved as (
		select customer_id, as_of, now, before,
			case
				when before > 0 and now <= 0      then 'lost'
				when before > 0 and now < before  then 'shrank'
				when before > 0 and now > before  then 'grew'
				when before > 0                   then 'same'
				when first_paid < as_of - 11      then 'came back'
				else 'new'
			end as movement
		from year
		where now <> 0 or before <> 0
	)
	select ${firstOf(sql`as_of`)}, segment, region, plan, movement, came_by, ${sign}::int * count(*),
		${sign}::int * sum(before), ${sign}::int * sum(now),
		${sign}::int * sum(before * before), ${sign}::int * sum(now * now), ${sign}::int * sum(before * now)
	from moved
	join customer_standing using (customer_id)
	group by as_of, segment, region, plan, movement, came_by
	on conflict (as_of, segment, region, plan, movement, came_by) do update set
		customers        = cell.customers        + excluded.customers,
		before_minor     = cell.before_minor     + excluded.before_minor,
		now_minor        = cell.now_minor        + excluded.now_minor,
		before_squared   = cell.before_squared   + excluded.before_squared,
		now_squared      = cell.now_squared      + excluded.now_squared,
		before_times_now = cell.before_times_now + excluded.before_times_now
`;
