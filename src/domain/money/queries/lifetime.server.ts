import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';
import { row, rows } from '#platform/db/rows.ts';
import { groupsLeftOut } from '../lifetime/assumptions.ts';
import { bandsAFactor } from '../lifetime/bands.ts';
import type { ContractRate } from '../lifetime/bands.ts';
import type { Bought } from '../lifetime/purchase-value.ts';
import type { Tenure } from '../lifetime/survival.ts';
import type { ValuedSlice } from '../lifetime/valuation.ts';

/** Completed months between two days. */
export const months = (from: SQL, to: SQL) =>
	sql`(extract(year from age(${to}::date, ${from}::date)) * 12 + extract(month from age(${to}::date, ${from}::date)))::int`;

/**
 * Which of the groups a customer is dealt into: by chance, and the same each time. Dealt in turn, as their numbers go, those
 * who lie together in a file are spread so evenly that the groups differ less than chance makes them, or whoever comes
 * every twentieth is in one.
 */
const dealt = sql`('x' || left(md5(customer_id::text), 7))::bit(28)::int % ${groupsLeftOut}::int`;

/** Subscribers, since when they are customers, and since when our books know them. */
export const subscriber = sql`
	select standing.customer_id, segment, region, plan, lost_on, ${dealt} as grp, known_from,
		least(started_on, known_from) as started
	from customer_standing standing
	join (select id as customer_id, started_on from customer) customer using (customer_id)
	join (
		select customer_id, min(from_day) as known_from
		from yearly_revenue
		where basis = 'recurring' and per_year_minor > 0
		group by customer_id
	) paid using (customer_id)
	where subscribes
`;

/** How long subscribers stayed, seen from the last day of the books. */
export const selectTenures = (db: Db, through: string) =>
	rows<Tenure>(
		db,
		sql`
			select segment, grp as "group", date_trunc('month', started)::date::text as "start",
				${months(sql`started`, sql`known_from`)} as "entry",
				greatest(
					case when lost_on is null then 0 else 1 end,
					${months(sql`started`, sql`coalesce(lost_on, greatest(known_from, ${through}::date))`)}
				) as "time",
				lost_on is not null as "event",
				count(*)::int       as "customers"
			from (${subscriber}) subscriber
			group by 1, 2, 3, 4, 5, 6
		`
	);

/** Subscribers by what they paid a year at two days, and their age in months on these; null where they paid nothing. */
export type ContractMove = ValuedSlice & {
	group: number;
	ageBefore: number | null;
	ageNow: number | null;
	customers: number;
	perYearBefore: number;
	perYearNow: number;
	/** Of those who paid on both days: by how much those who pay more, and less, changed. */
	more: number;
	less: number;
};

export const paidOn = (day: string) => sql`
	select customer_id, per_year_minor as minor
	from yearly_revenue
	where basis = 'recurring' and per_year_minor > 0 and from_day <= ${day} and to_day > ${day}
`;

export const selectContractMoves = (db: Db, { before, now }: { before: string; now: string }) =>
	rows<ContractMove>(
		db,
		sql`
			select segment, region, plan, grp as "group",
				case when before.minor is not null then ${months(sql`started`, sql`${before}`)} end as "ageBefore",
				case when now.minor is not null then ${months(sql`started`, sql`${now}`)} end       as "ageNow",
				count(*)::int                                                               as "customers",
				coalesce(sum(before.minor), 0)::float8                                      as "perYearBefore",
				coalesce(sum(now.minor), 0)::float8                                         as "perYearNow",
				coalesce(sum(greatest(now.minor - before.minor, 0)) filter (where before.minor > 0 and now.minor > 0), 0)::float8 as "more",
				coalesce(sum(least(now.minor - before.minor, 0)) filter (where before.minor > 0 and now.minor > 0), 0)::float8    as "less"
			from (${subscriber}) subscriber
			left join (${paidOn(before)}) before using (customer_id)
			left join (${paidOn(now)}) now using (customer_id)
			where before.minor is not null or now.minor is not null
			group by 1, 2, 3, 4, 5, 6
		`
	);

/** Subscribers by their age in months, and the band of what they pay a year on a day. */
export const selectContractRates = (db: Db, day: string) =>
	rows<ContractRate>(
		db,
		sql`
			select segment, region, plan, ${months(sql`started`, sql`${day}`)} as "age",
				round(${bandsAFactor}::int * ln(minor))::int as "band", count(*)::int as "customers"
			from (${subscriber}) subscriber
			join (${paidOn(day)}) paid using (customer_id)
			group by 1, 2, 3, 4, 5
		`
	);

/** A customer without a subscription: what they had bought up to a day, in whole weeks, and whether within a year of it. */
export type Buyer = ValuedSlice & Bought & { customerId: number; group: number; pays: boolean };

export const selectBuyers = (db: Db, day: string) =>
	rows<Buyer>(
		db,
		sql`
			with bought as (
				select customer_id, booked_on as day, sum(reporting_minor) as minor, bool_or(reporting_minor > 0) as is_purchase
				from revenue_line
				where booked_on <= ${day}
				group by customer_id, booked_on
			),
			history as (
				select customer_id, min(day) filter (where is_purchase) as first, max(day) filter (where is_purchase) as last,
					count(*) filter (where is_purchase)::int - 1 as frequency, sum(minor) as minor
				from bought
				group by customer_id
			)
			select customer_id as "customerId", segment, region, plan, ${dealt} as "group", frequency,
				case when frequency = 0 then 0 else greatest(1, round((last - first) / 7.0)) end::int as "recency",
				greatest(1, round((${day}::date - first) / 7.0))::int                               as "age",
				case
					when frequency = 0 then 0
					else ((history.minor - (select minor from bought b where b.customer_id = history.customer_id and day = first)) / frequency)
				end::float8                                                                       as "meanSpend",
				last > (${day}::date - interval '12 months')::date                               as "pays"
			from history
			join customer_standing using (customer_id)
			where first is not null and not subscribes
		`
	);

/** How many pay, by whether they subscribe. */
export const countPaying = (db: Db, day: string) =>
	row<{ subscribers: number; buyers: number }>(
		db,
		sql`
			select count(*) filter (where basis = 'recurring')::int as "subscribers",
				count(*) filter (where basis <> 'recurring')::int   as "buyers"
			from yearly_revenue
			where per_year_minor > 0 and from_day <= ${day} and to_day > ${day}
		`
	);
