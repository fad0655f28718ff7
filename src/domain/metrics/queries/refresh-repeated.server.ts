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
		change as (
			select customer_id, series, segment, region, plan, week, 1 as by, code from coded
			union all
			select customer_id, series, segment, region, plan, leaves_week, -1, code from coded
		),
		level as (
			select customer_id, series, segment, region, plan, week,
				sum(sum(by)) over walk               as n,
				sum(sum(by * code)) over walk        as s,
				sum(sum(by * code * code)) over walk as q
			from change
			group by customer_id, series, segment, region, plan, week
			window walk as (partition by customer_id, series order by week)
		),
		told as (
			select *, greatest(0, n - 1) as repeats, n * (n - 1) as pairs, (n - 1) * s as pair_sums, s * s - q as pair_products
			from level
		),
		moved as (
			select series, segment, region, plan, week,
				repeats       - lag(repeats, 1, 0::numeric) over walk       as repeats,
				pairs         - lag(pairs, 1, 0::numeric) over walk         as pairs,
				pair_sums     - lag(pair_sums, 1, 0::numeric) over walk     as pair_sums,
				pair_products - lag(pair_products, 1, 0::numeric) over walk as pair_products
			from told
			window walk as (partition by customer_id, series order by week)
		),
		total as (
			select series, segment, region, plan, week, lead(week) over walk as next_week,
				sum(sum(repeats)) over walk       as repeats,
				sum(sum(pairs)) over walk         as pairs,
				sum(sum(pair_sums)) over walk     as pair_sums,
				sum(sum(pair_products)) over walk as pair_products
			from moved
			group by series, segment, region, plan, week
			window walk as (partition by series, segment, region, plan order by week)
		)
		select 'thirteen weeks', week + 7 * nth, series, segment, region, plan,
			${sign}::int * repeats, ${sign}::int * pairs, ${sign}::int * pair_sums, ${sign}::int * pair_products
		from total
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
