import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { canBeSquared, firstOf, numberOfMonth } from './month-number.server.ts';
import type { Sign } from './sign.ts';

const movements = ['lost', 'shrank', 'same', 'grew', 'new', 'came back'];
const number = (movement: string): SQL => sql.raw(String(1 + movements.indexOf(movement)));

const sumOfProduct = (one: SQL, other: SQL): SQL => sql`
	coalesce(sum(${one} * ${other}) filter (where can_be_squared), 0)
	+ coalesce(sum(${one}::numeric * ${other}) filter (where not can_be_squared), 0)
`;

/**
 * Revenue per customer in twelve months, and that against the twelve before: one walk for both, since adding up along
 * the months takes longer than all the rest. Lays each customer's months out without gaps and adds up along them: what
 * twelve months brought is the difference between two of these sums. "Before" and "now" are net of refunds and credits;
 * a customer who had paid before the later twelve months, but has no revenue left in the earlier ones, comes back rather
 * than anew. Who has lines in the twelve months counts in their value, even where those come to nothing. Slices and
 * movements are numbered, as sorting by their names is slow.
 */
export const growthAndValue = (sign: Sign): SQL => sql`
	with told as materialized (
		select customer_id, ${numberOfMonth(sql`month`)} as month, recurring_minor + one_time_minor + given_back_minor as minor,
			recurring_minor + one_time_minor > 0 as paid
		from customer_month
		join touched_paid using (customer_id)
	),
	-- Compared as one: by four columns, the planner expects no match at all.
	slice as materialized (
		select segment, region, plan, came_by, array[segment, region, plan, came_by] as who, row_number() over () as slice
		from customer_standing
		group by segment, region, plan, came_by
	),
	span as materialized (
		select customer_id, slice, first_month, last_month, first_paid
		from (
			select customer_id, min(month) as first_month, max(month) as last_month, min(month) filter (where paid) as first_paid
			from told
			group by customer_id
		) customer
		join customer_standing using (customer_id)
		join slice on slice.who = array[customer_standing.segment, customer_standing.region, customer_standing.plan, customer_standing.came_by]
	),
	walked as (
		select span.customer_id, slice, span_month as as_of, first_paid, (sum(minor) over walk)::bigint as so_far,
			count(told.month) over walk as months_so_far
		from span
		cross join generate_series(first_month, last_month + 23) as span_month
		left join told on told.customer_id = span.customer_id and told.month = span_month
		window walk as (partition by span.customer_id order by span_month)
	),
	year as (
		select slice, as_of, first_paid,
			months_so_far > lag(months_so_far, 12, 0::bigint) over walk                 as has_now,
			so_far - lag(so_far, 12, 0::bigint) over walk                               as now,
			lag(so_far, 12, 0::bigint) over walk - lag(so_far, 24, 0::bigint) over walk as before
		from walked
		window walk as (partition by customer_id order by as_of)
	),
	moved as (
		select slice, as_of, has_now, now, before, now <> 0 or before <> 0 as moves,
			case
				when before > 0 and now <= 0      then ${number('lost')}
				when before > 0 and now < before  then ${number('shrank')}
				when before > 0 and now > before  then ${number('grew')}
				when before > 0                   then ${number('same')}
				when first_paid < as_of - 11      then ${number('came back')}
				else ${number('new')}
			end as movement,
			${canBeSquared(sql`now`, sql`before`)} as can_be_squared
		from year
		where has_now or before <> 0
	),
	total as materialized (
		select slice, as_of, movement, moves, count(*) as customers, count(*) filter (where has_now) as customers_now,
			sum(before) as before, sum(now) as now,
			${sumOfProduct(sql`before`, sql`before`)} as before_squared,
			${sumOfProduct(sql`now`, sql`now`)}       as now_squared,
			${sumOfProduct(sql`before`, sql`now`)}    as before_times_now
		from moved
		group by as_of, slice, movement, moves
	),
	valued as (
		insert into value_cell as cell (as_of, segment, region, plan, customers, revenue_minor, revenue_squared)
		select ${firstOf(sql`as_of`)}, segment, region, plan, ${sign}::int * sum(customers_now),
			${sign}::int * sum(now), ${sign}::int * sum(now_squared)
		from total
		join slice using (slice)
		group by as_of, segment, region, plan
		having sum(customers_now) > 0
		on conflict (as_of, segment, region, plan) do update set
			customers       = cell.customers       + excluded.customers,
			revenue_minor   = cell.revenue_minor   + excluded.revenue_minor,
			revenue_squared = cell.revenue_squared + excluded.revenue_squared
	)
	insert into growth_cell as cell
		(as_of, segment, region, plan, movement, came_by, customers, before_minor, now_minor, before_squared, now_squared, before_times_now)
	select ${firstOf(sql`as_of`)}, segment, region, plan, (${`{${movements.join(',')}}`}::text[])[movement], came_by, ${sign}::int * customers,
		${sign}::int * before, ${sign}::int * now,
		${sign}::int * before_squared, ${sign}::int * now_squared, ${sign}::int * before_times_now
	from total
	join slice using (slice)
	where moves
	on conflict (as_of, segment, region, plan, movement, came_by) do update set
		customers        = cell.customers        + excluded.customers,
		before_minor     = cell.before_minor     + excluded.before_minor,
		now_minor        = cell.now_minor        + excluded.now_minor,
		before_squared   = cell.before_squared   + excluded.before_squared,
		now_squared      = cell.now_squared      + excluded.now_squared,
		before_times_now = cell.before_times_now + excluded.before_times_now
`;
