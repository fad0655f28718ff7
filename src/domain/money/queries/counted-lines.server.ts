import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';

/** A renewal that comes in within this many days after the paid term is late, not lost. */
export const daysOfGrace = 30;

/**
 * The lines of some customers that their yearly revenue is made of, as `line`: from which day to which each counts, and
 * for how much a year of what `amount` says. `told`: what else of each line is needed.
 */
export const countedLines = ({ of, amount, told = sql`` }: { of: SQL; amount: SQL; told?: SQL }): SQL => sql`
	contract as materialized (
		select distinct revenue_line.customer_id
		from revenue_line
		join ${of} touched on touched.customer_id = revenue_line.customer_id
		where kind = 'recurring' and reporting_minor > 0
	),
	-- A company bills by few spans of days, so that what has to be known of each is found out once.
	span as materialized (
		select served_from, served_to,
			-- Whole months count as months, so that February at the same price is not a smaller step.
			case
				when served_to = (served_from + make_interval(months => months))::date then months::numeric
				else (served_to - served_from) / 30.436875
			end as months
		from (
			select distinct served_from, served_to
			from revenue_line
			join ${of} touched on touched.customer_id = revenue_line.customer_id
		) served
		cross join lateral (
			select greatest(1,
				(date_part('year', served_to) - date_part('year', served_from)) * 12
				+ date_part('month', served_to) - date_part('month', served_from))::int as months
		) whole
	),
	line as (
		select revenue_line.customer_id${told}, contract.customer_id is not null as is_contract,
			case when contract.customer_id is null then booked_on else served_from end as counts_from,
			case when contract.customer_id is null then (booked_on + interval '12 months')::date else served_to end as counts_to,
			case when contract.customer_id is null then ${amount} else ${amount} * 12 / months end as per_year
		from revenue_line
		join ${of} touched on touched.customer_id = revenue_line.customer_id
		join span using (served_from, served_to)
		left join contract on contract.customer_id = revenue_line.customer_id
		where contract.customer_id is null or kind = 'recurring'
		-- Keeps the division from being worked out twice.
		offset 0
	)
`;
