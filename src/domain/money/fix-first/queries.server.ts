import { sql } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';
import { rows } from '#platform/db/rows.ts';
import { feelingIn } from '../../metrics/loyalty.ts';
import type { Scope } from '../../scope/scope.ts';
import { inSlice } from '../../scope/slice-sql.server.ts';
import { seriesFrom } from '../../surveys/series.ts';
import { scaleOf } from '../../surveys/survey.ts';
import type { TouchpointSums } from './touchpoint.ts';

export const touchpointSums = (scope: Scope, asOf: string) => sql`
	select series, segment || '/' || tenure_band as "stratum", feeling,
		sum(followed)::int           as "followed",
		sum(lost)::int               as "lost",
		sum(paying)::int             as "paying",
		sum(revenue_minor)::bigint   as "revenue",
		sum(revenue_squared)::float8 as "revenueSquared"
	from touchpoint_cell
	where as_of = ${asOf} and ${inSlice(scope)}
	group by series, segment, tenure_band, feeling
	order by series, segment, tenure_band, feeling
`;

/** Customers in scope by touchpoint, stratum of like customers and feeling, at the end of a month. */
export const selectTouchpointSums = (db: Db, scope: Scope, asOf: string) =>
	rows<TouchpointSums>(db, touchpointSums(scope, asOf));

/** Every score there is, and how somebody feels who gave it; the rule itself stays in one place. */
const felt = sql.join(
	['nps', 'csat', 'ces', 'ces-reversed'].flatMap((kind) => {
		const series = seriesFrom(`${kind}:`);
		const { lowest, highest } = scaleOf[series.metric];
		return Array.from({ length: highest - lowest + 1 }, (_, i) => {
			const score = lowest + i;
			return sql`(${kind}, ${sql.raw(String(score))}, ${feelingIn(series, score)})`;
		});
	}),
	sql`, `
);

/** Reads the touched customers' answers after touchpoints anew, from their outcomes and steps of yearly revenue. */
export async function readTouchpointAnswers(db: Db) {
	await db.execute(
		sql`delete from touchpoint_answer using touched where touchpoint_answer.customer_id = touched.customer_id`
	);
	await db.execute(sql`
		insert into touchpoint_answer
			(customer_id, response_id, series, feeling, tenure_band, latest_from, latest_to, followed_from, followed_to, lost)
		select
			outcome.customer_id, outcome.response_id, outcome.series, felt.feeling,
			case
				when answered_on < started_on + interval '12 months' then 0
				when answered_on < started_on + interval '24 months' then 1
				when answered_on < started_on + interval '48 months' then 2
				else 3
			end,
			(counts_from - interval '12 months')::date,
			least(counts_to - interval '12 months', counts_from)::date,
			greatest(counts_from, (previous_counts_from + interval '12 months')::date),
			(counts_from + interval '12 months')::date,
			case when paid.then then not paid.later end
		from answer_outcome outcome
		join touched using (customer_id)
		join customer on customer.id = outcome.customer_id
		join (values ${felt}) as felt (kind, score, feeling)
			on felt.kind = split_part(outcome.series, ':', 1) and felt.score = outcome.score
		cross join lateral (
			select
				coalesce(bool_or(from_day <= answered_on and to_day > answered_on), false) as then,
				coalesce(bool_or(from_day <= answered_on + interval '12 months' and to_day > answered_on + interval '12 months'), false) as later
			from yearly_revenue step
			where step.customer_id = outcome.customer_id and per_year_minor > 0
		) paid
		-- A relationship survey is about no touchpoint.
		where split_part(outcome.series, ':', 2) <> 'relationship'
	`);
}

/** Adds the part of the touched customers (sign 1) or takes it out (sign -1), from what is kept per customer. */
export const addToTouchpointCells = (db: Db, sign: 1 | -1) =>
	db.execute(sql`
		insert into touchpoint_cell as cell
			(as_of, series, segment, region, plan, tenure_band, feeling, followed, lost, paying, revenue_minor, revenue_squared)
		select as_of::date, series, segment, region, plan, tenure_band, feeling,
			${sign}::int * sum(followed), ${sign}::int * sum(lost), ${sign}::int * sum(paying),
			${sign}::int * sum(revenue_minor), ${sign}::int * sum(revenue_minor::numeric ^ 2)
		from (
			select customer_id, as_of, series, tenure_band, feeling,
				1 as followed, lost::int as lost, 0 as paying, 0::bigint as revenue_minor
			from touchpoint_answer
			join touched using (customer_id)
			cross join generate_series(followed_from, followed_to - interval '1 month', interval '1 month') as as_of
			where lost is not null and feeling <> 'middle'
			union all
			select customer_id, as_of, series, tenure_band, feeling, 0, 0, 1, per_year_minor
			from touchpoint_answer
			join touched using (customer_id)
			cross join generate_series(latest_from, latest_to - interval '1 month', interval '1 month') as as_of
			join yearly_revenue using (customer_id)
			where feeling = 'low' and per_year_minor > 0
			  and from_day < as_of + interval '1 month' and to_day >= as_of + interval '1 month'
		) part
		join customer_standing using (customer_id)
		group by 1, 2, 3, 4, 5, 6, 7
		on conflict (as_of, series, segment, region, plan, tenure_band, feeling) do update set
			followed        = cell.followed        + excluded.followed,
			lost            = cell.lost            + excluded.lost,
			paying          = cell.paying          + excluded.paying,
			revenue_minor   = cell.revenue_minor   + excluded.revenue_minor,
			revenue_squared = cell.revenue_squared + excluded.revenue_squared
	`);

export const dropEmptyTouchpointCells = (db: Db) =>
	db.execute(sql`delete from touchpoint_cell where followed = 0 and paying = 0`);

/** Deletes rather than truncates: nobody who looks at a page has to wait for an import. */
export async function emptyTouchpoints(db: Db) {
	await db.execute(sql`delete from touchpoint_answer`);
	await db.execute(sql`delete from touchpoint_cell`);
}
