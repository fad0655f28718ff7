import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';
import { feelingSql } from '../../../metrics/server.ts';

/*
 * How comments of the same customer go together, month by month as far as each of them counts. Reckoned from running sums
 * of each customer and never by pairs, as with the scores of everybody (metrics/queries/refresh-repeated).
 */

/**
 * Each comment as it is coded, of customers who wrote several. Its score, for each theme that it is about: NPS 1, 0, −1; of
 * a share 1 for a good answer, else 0. And for each theme that its customer ever wrote about, whether it is about it.
 */
const codedComments = ({ among, which }: Whose) => sql`
	with written as (
		select customer_id, response_id, series, segment, region, plan, score,
			(extract(year from month) * 12 + extract(month from month) - 1)::int as month
		from comment_words ${among}
		join counted_answer using (customer_id, response_id)
	),
	about as (
		select customer_id, response_id, theme_id
		from (
			select customer_id, response_id, theme_id from comment_theme
			union all
			select customer_id, response_id, 0 from comment_words
		) every ${among}
		where ${which}
	),
	coded as (
		select customer_id, theme_id, 'score' as of, series, segment, region, plan, month,
			case ${feelingSql(sql`series`, sql`score`)}
				when 'high' then 1
				when 'low' then case when series like 'nps:%' then -1 else 0 end
				else 0
			end as code
		from (
			select *, count(*) over (partition by customer_id, theme_id, series) as own
			from about join written using (customer_id, response_id)
			where score >= 0
		) scored
		where own > 1
		union all
		select customer_id, theme_id, 'share', '', segment, region, plan, month, is_about
		from (
			select written.*, theme_id, (found.response_id is not null)::int as is_about,
				count(*) over (partition by customer_id, theme_id) as own
			from written
			join (select distinct customer_id, theme_id from about) theirs using (customer_id)
			left join about found using (customer_id, response_id, theme_id)
		) shared
		where own > 1
	)
`;

type Whose = { among: SQL; which: SQL };

/** Walks each customer, then each cell, through the months in which comments come to count, or count no longer. */
export const addToRepeatedCommentCells = (db: Db, sign: 1 | -1, whose: Whose) =>
	db.execute(sql`
		insert into repeated_comment_cell as cell
			(theme_id, "of", months, as_of, series, segment, region, plan, repeats, pairs, pair_sums, pair_products)
		${codedComments(whose)},
		-- Numbered, as sorting by names is slow. Compared as one: by five columns, the planner expects no match at all.
		place as materialized (
			select of, series, segment, region, plan, array[of, series, segment, region, plan] as names,
				row_number() over () as place
			from coded
			group by of, series, segment, region, plan
		),
		counted as (
			select customer_id, theme_id, place, months, month, code
			from coded
			join place on names = array[coded.of, coded.series, coded.segment, coded.region, coded.plan]
			join (values ('score', 12), ('share', 12), ('share', 3)) span (of, months) on span.of = coded.of
		),
		change as (
			select customer_id, theme_id, place, months, month, 1 as by, code from counted
			union all
			select customer_id, theme_id, place, months, month + months, -1, code from counted
		),
		-- Where each customer stood after a month and, without the month's own change, before it.
		level as (
			select theme_id, place, months, month,
				sum(sum(by)::int) over walk               as n, sum(sum(by)::int) over walk - sum(by)                             as n0,
				sum(sum(by * code)::int) over walk        as s, sum(sum(by * code)::int) over walk - sum(by * code)               as s0,
				sum(sum(by * code * code)::int) over walk as q, sum(sum(by * code * code)::int) over walk - sum(by * code * code) as q0
			from change
			group by customer_id, theme_id, place, months, month
			window walk as (partition by customer_id, theme_id, place, months order by month)
		),
		moved as (
			select theme_id, place, months, month,
				greatest(0, n - 1) - greatest(0, n0 - 1) as repeats,
				n * (n - 1) - n0 * (n0 - 1)              as pairs,
				(n - 1) * s - (n0 - 1) * s0              as pair_sums,
				s * s - q - (s0 * s0 - q0)               as pair_products
			from level
		),
		total as (
			select theme_id, place, months, month, lead(month) over walk as next_month,
				sum(sum(repeats)) over walk       as repeats,
				sum(sum(pairs)) over walk         as pairs,
				sum(sum(pair_sums)) over walk     as pair_sums,
				sum(sum(pair_products)) over walk as pair_products
			from moved
			group by theme_id, place, months, month
			window walk as (partition by theme_id, place, months order by month)
		)
		select theme_id, of, months, make_date((month + nth) / 12, (month + nth) % 12 + 1, 1), series, segment, region, plan,
			${sign}::int * repeats, ${sign}::int * pairs, ${sign}::int * pair_sums, ${sign}::int * pair_products
		from total
		join place using (place)
		cross join generate_series(0, next_month - month - 1) as nth
		where repeats > 0
		on conflict (as_of, "of", months, theme_id, series, segment, region, plan) do update set
			repeats       = cell.repeats       + excluded.repeats,
			pairs         = cell.pairs         + excluded.pairs,
			pair_sums     = cell.pair_sums     + excluded.pair_sums,
			pair_products = cell.pair_products + excluded.pair_products
	`);
