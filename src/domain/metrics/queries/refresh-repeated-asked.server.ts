import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';
import { weeksAsked } from '../response-rate.ts';

/*
 * How invitations of the same customer go together, within a year and from one to the next, for the customers in the
 * temporary list `touched_said`. Reckoned from running sums of each customer and never by pairs, as with answers.
 */

const columns = [
	'repeats',
	'pairs',
	'pair_sums',
	'pair_products',
	'across_pairs',
	'across_before',
	'across_after',
	'across_products'
];
const eachColumn = (tell: (column: SQL) => SQL) =>
	sql.join(
		columns.map((column) => tell(sql`${sql.identifier(column)}`)),
		sql`, `
	);
const sums = eachColumn((column) => sql`${column}`);

/**
 * Walks each customer, then each cell, through the weeks in which invitations that arrived come to count: in the year that
 * ends with a week from the week they were sent, in the year before that from a year later on.
 */
export const addToRepeatedInvitationCells = (db: Db, sign: 1 | -1) =>
	db.execute(sql`
		insert into repeated_invitation_cell as cell (as_of, series, segment, region, plan, ${sums})
		-- Numbered, as sorting by names is slow. Compared as one: by four columns, the planner expects no match at all.
		with place as materialized (
			select series, segment, region, plan, array[series, segment, region, plan] as names, row_number() over () as place
			from counted_invitation
			join touched_said using (customer_id)
			group by series, segment, region, plan
		),
		arrived as (
			select *
			from (
				select customer_id, place, week, sent - bounced as n, answered as s,
					sum(sent - bounced) over (partition by customer_id, invited.series) as own
				from counted_invitation invited
				join touched_said using (customer_id)
				join place on names = array[invited.series, invited.segment, invited.region, invited.plan]
			) asked
			where own > 1
		),
		change as (
			select customer_id, place, week + years * 7 * ${weeksAsked}::int as week,
				n * now as n, s * now as s, n * before as n_before, s * before as s_before
			from arrived
			cross join (values (0, 1, 0), (1, -1, 1), (2, 0, -1)) later (years, now, before)
		),
		-- Where each customer stood after a week and, without the week's own change, before it.
		level as (
			select place, week,
				sum(sum(n)::int) over walk        as n,  sum(sum(n)::int) over walk - sum(n)               as n0,
				sum(sum(s)::int) over walk        as s,  sum(sum(s)::int) over walk - sum(s)               as s0,
				sum(sum(n_before)::int) over walk as nb, sum(sum(n_before)::int) over walk - sum(n_before) as nb0,
				sum(sum(s_before)::int) over walk as sb, sum(sum(s_before)::int) over walk - sum(s_before) as sb0
			from change
			group by customer_id, place, week
			window walk as (partition by customer_id, place order by week)
		),
		moved as (
			select place, week,
				greatest(0, n - 1) - greatest(0, n0 - 1) as repeats,
				n * (n - 1) - n0 * (n0 - 1)              as pairs,
				(n - 1) * s - (n0 - 1) * s0              as pair_sums,
				-- Each is 1 or 0, so that the sum of the squares is that of the codes.
				s * s - s - (s0 * s0 - s0)               as pair_products,
				nb * n - nb0 * n0                        as across_pairs,
				sb * n - sb0 * n0                        as across_before,
				nb * s - nb0 * s0                        as across_after,
				sb * s - sb0 * s0                        as across_products
			from level
		),
		total as (
			select place, week, lead(week) over walk as next_week,
				${eachColumn((column) => sql`sum(sum(${column})) over walk as ${column}`)}
			from moved
			group by place, week
			window walk as (partition by place order by week)
		)
		select week + 7 * nth, series, segment, region, plan, ${eachColumn((column) => sql`${sign}::int * ${column}`)}
		from total
		join place using (place)
		cross join generate_series(0, (next_week - week) / 7 - 1) as nth
		where repeats > 0 or across_pairs > 0
		on conflict (series, as_of, segment, region, plan) do update set
			${eachColumn((column) => sql`${column} = cell.${column} + excluded.${column}`)}
	`);

export const dropEmptyRepeatedInvitationCells = (db: Db) =>
	db.execute(sql`delete from repeated_invitation_cell where repeats = 0 and across_pairs = 0`);

export const emptyRepeatedInvitations = (db: Db) => db.execute(sql`delete from repeated_invitation_cell`);
