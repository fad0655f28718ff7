import { sql } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';
import { row, rows } from '#platform/db/rows.ts';
import { feelingSql } from '../../metrics/server.ts';
import type { Scope } from '../../scope/scope.ts';
import { inSlice } from '../../scope/slice-sql.server.ts';
import type { TouchpointSums } from './touchpoint.ts';

/** Each theme with the version of its rules; empty: there is none. */
const rulesNow = sql`(select coalesce(string_agg(id || '.' || version, ' ' order by id), '') from theme)`;

/** The refresh and the rules that the stakes of themes were worked out from, and those of today. */
export type StakesState = { refreshId: number | null; at: Date | null; isOfNow: boolean };

export const selectStakesState = (db: Db) =>
	row<StakesState>(
		db,
		sql`
			select kept.refresh_id as "refreshId", kept.at,
				coalesce(kept.refresh_id = (select max(id) from refresh) and kept.rules = ${rulesNow}, false) as "isOfNow"
			from (select) one
			left join theme_stake kept on true
		`
	);

export const themeSums = (scope: Scope, asOf: string) => sql`
	select 'theme:' || theme.id as "series", segment || '/' || tenure_band as "stratum", feeling,
		sum(followed)::int           as "followed",
		sum(lost)::int               as "lost",
		sum(paying)::int             as "paying",
		sum(revenue_minor)::bigint   as "revenue",
		sum(revenue_squared)::float8 as "revenueSquared"
	from theme
	join theme_stake_cell cell on cell.theme_id in (theme.id, 0)
	where as_of = ${asOf} and ${inSlice(scope)}
	group by theme.id, segment, tenure_band, feeling
	order by theme.id, segment, tenure_band, feeling
`;

/** Customers in scope by theme, stratum of like customers and feeling, at the end of a month. */
export const selectThemeSums = (db: Db, scope: Scope, asOf: string) => rows<TouchpointSums>(db, themeSums(scope, asOf));

/**
 * Each customer's scored answers, and, beside, those of them about each theme. The windows in which an answer is the
 * latest, or the one that is followed, are those of touchpoints.
 */
const windows = sql`
	answer as materialized (
		select customer_id, response_id, ${feelingSql(sql`outcome.series`, sql`score`)} as feeling, answered_on, counts_from,
			case
				when answered_on < started_on + interval '12 months' then 0
				when answered_on < started_on + interval '24 months' then 1
				when answered_on < started_on + interval '48 months' then 2
				else 3
			end as tenure_band,
			case when per_year_then_minor > 0 then per_year_after_minor <= 0 end as lost
		from answer_outcome outcome
		join customer on customer.id = outcome.customer_id
	),
	about as (
		select 0 as theme_id, answer.* from answer
		union all
		select theme_id, answer.* from answer join comment_theme using (customer_id, response_id)
	),
	told as (
		select theme_id, customer_id, feeling, tenure_band, lost,
			(counts_from - interval '12 months')::date as latest_from,
			least(lead(counts_from) over walk - interval '12 months', counts_from)::date as latest_to,
			greatest(counts_from, lag(counts_from) over walk + interval '12 months')::date as followed_from,
			(counts_from + interval '12 months')::date as followed_to
		from about
		window walk as (partition by theme_id, customer_id order by answered_on, response_id)
	)
`;

type Kept = { refreshId: number; from: string; to: string; at: Date };

/** Works the stakes of all themes out anew for the ends of some months. */
export async function replaceThemeStakes(db: Db, { refreshId, from, to, at }: Kept): Promise<void> {
	// Two who work it out at the same time take turns; whoever looks at a page does not wait.
	await db.execute(sql`lock table theme_stake in exclusive mode`);
	await db.execute(sql`delete from theme_stake`);
	await db.execute(sql`delete from theme_stake_cell`);
	await db.execute(sql`
		insert into theme_stake_cell
			(theme_id, as_of, segment, region, plan, tenure_band, feeling, followed, lost, paying, revenue_minor, revenue_squared)
		with ${windows},
		followed as materialized (
			select theme_id, customer_id, as_of::date, feeling, tenure_band, lost::int as lost
			from told
			cross join generate_series(
				greatest(followed_from, ${from}::date), least(followed_to - interval '1 month', ${to}::date), interval '1 month'
			) as as_of
			where lost is not null and feeling = case theme_id when 0 then 'high' else 'low' end
		),
		part as (
			select theme_id, customer_id, as_of, feeling, tenure_band, 1 as followed, lost, 0 as paying, 0::bigint as revenue_minor
			from followed
			union all
			select low.theme_id, customer_id, as_of, 'high', high.tenure_band, -1, -high.lost, 0, 0
			from followed low
			join followed high using (customer_id, as_of)
			where low.theme_id <> 0 and high.theme_id = 0
			union all
			select theme_id, customer_id, as_of::date, feeling, tenure_band, 0, 0, 1, per_year_minor
			from told
			cross join generate_series(
				greatest(latest_from, ${from}::date), least(latest_to - interval '1 month', ${to}::date), interval '1 month'
			) as as_of
			join yearly_revenue using (customer_id)
			where theme_id <> 0 and feeling = 'low' and per_year_minor > 0
			  and from_day < as_of + interval '1 month' and to_day >= as_of + interval '1 month'
		)
		select theme_id, as_of, segment, region, plan, tenure_band, feeling, sum(followed), sum(lost), sum(paying),
			sum(revenue_minor), sum(revenue_minor::numeric ^ 2)
		from part
		join customer_standing using (customer_id)
		group by 1, 2, 3, 4, 5, 6, 7
	`);
	await db.execute(sql`
		insert into theme_stake (refresh_id, rules, at) values (${refreshId}, ${rulesNow}, ${at.toISOString()})
	`);
}
