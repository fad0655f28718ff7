import { sql } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';
import { feelingSql } from '../feeling-sql.server.ts';

/*
 * How answers of the same customer go together, for the customers in the temporary list `touched_said`. Reckoned from
 * running sums of each customer and never by pairs: whoever answers a hundred thousand times makes ten thousand million.
 */

/** Each answer with a score as it is coded: NPS 1, 0, −1; of a share 1 for a good answer, else 0. */
const coded = sql`
	select customer_id, response_id, series, segment, region, plan, week, leaves_week, month, counts_in_month,
		case ${feelingSql(sql`series`, sql`score`)}
			when 'high' then 1
			when 'low' then case when series like 'nps:%' then -1 else 0 end
			else 0
		end as code
	from (
		select *, count(*) over (partition by customer_id, series) as own
		from counted_answer
		join touched_said using (customer_id)
		where score >= 0
	) answer
	where own > 1
`;

const merge = sql`
	on conflict (span, series, as_of, segment, region, plan) do update set
		repeats       = cell.repeats       + excluded.repeats,
		pairs         = cell.pairs         + excluded.pairs,
		pair_sums     = cell.pair_sums     + excluded.pair_sums,
		pair_products = cell.pair_products + excluded.pair_products
`;

const into = sql`
	insert into repeated_answer_cell as cell
		(span, as_of, series, segment, region, plan, repeats, pairs, pair_sums, pair_products)
`;

export async function addToRepeatedAnswerCells(db: Db, sign: 1 | -1) {
	// Walks each customer, then each cell, through the weeks in which answers come to count, or count no longer.
	await db.execute(sql`
		${into}
		with coded as (${coded}),
		-- Numbered, as sorting by names is slow. Compared as one: by four columns, the planner expects no match at all.
		place as materialized (
			select series, segment, region, plan, array[series, segment, region, plan] as names, row_number() over () as place
			from coded
			group by series, segment, region, plan
		),
		counted as (
			select customer_id, place, week, leaves_week, code
			from coded
			join place on names = array[coded.series, coded.segment, coded.region, coded.plan]
		),
		change as (
			select customer_id, place, week, 1 as by, code from counted
			union all
			select customer_id, place, leaves_week, -1, code from counted
		),
		-- Where each customer stood after a week and, without the week's own change, before it.
		level as (
			select place, week,
				sum(sum(by)::int) over walk               as n, sum(sum(by)::int) over walk - sum(by)                             as n0,
				sum(sum(by * code)::int) over walk        as s, sum(sum(by * code)::int) over walk - sum(by * code)               as s0,
				sum(sum(by * code * code)::int) over walk as q, sum(sum(by * code * code)::int) over walk - sum(by * code * code) as q0
			from change
			group by customer_id, place, week
			window walk as (partition by customer_id, place order by week)
		),
		moved as (
			select place, week,
				greatest(0, n - 1) - greatest(0, n0 - 1) as repeats,
				n * (n - 1) - n0 * (n0 - 1)              as pairs,
				(n - 1) * s - (n0 - 1) * s0              as pair_sums,
				s * s - q - (s0 * s0 - q0)               as pair_products
			from level
		),
		total as (
			select place, week, lead(week) over walk as next_week,
				sum(sum(repeats)) over walk       as repeats,
				sum(sum(pairs)) over walk         as pairs,
				sum(sum(pair_sums)) over walk     as pair_sums,
				sum(sum(pair_products)) over walk as pair_products
			from moved
			group by place, week
			window walk as (partition by place order by week)
		)
		select 'thirteen weeks', week + 7 * nth, series, segment, region, plan,
			${sign}::int * repeats, ${sign}::int * pairs, ${sign}::int * pair_sums, ${sign}::int * pair_products
		from total
		join place using (place)
		cross join generate_series(0, (next_week - week) / 7 - 1) as nth
		where repeats > 0
		${merge}
	`);
	await db.execute(sql`
		${into}
		select 'month', month, series, segment, region, plan, ${sign}::int * sum(n - 1), ${sign}::int * sum(n * (n - 1)),
			${sign}::int * sum((n - 1) * s), ${sign}::int * sum(s * s - q)
		from (
			select customer_id, month, series, segment, region, plan,
				count(*) as n, sum(code) as s, sum(code * code) as q
			from (${coded}) coded
			where counts_in_month
			group by 1, 2, 3, 4, 5, 6
			having count(*) > 1
		) customer_month
		group by 2, 3, 4, 5, 6
		${merge}
	`);
}

export const dropEmptyRepeatedAnswerCells = (db: Db) =>
	db.execute(sql`delete from repeated_answer_cell where repeats = 0`);

export const emptyRepeatedAnswers = (db: Db) => db.execute(sql`delete from repeated_answer_cell`);
