import { sql } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';
import { rows } from '#platform/db/rows.ts';
import { placeSql } from '../../customers/story/moment-sql.server.ts';
import type { Happened } from '../../customers/story/story.ts';

type Asked = { customerId: number; zone: string; before: Happened; limit: number };

/** A line of what a customer paid or got back, on the day it was booked. */
export type PaidEntry = Happened & {
	strand: 'paid';
	day: string;
	kind: 'recurring' | 'one-time' | 'refund' | 'credit';
	/** As it was paid, in its own currency. */
	amountMinor: number;
	currency: string;
	product: string | null;
	/** The days it pays for; the second not included. */
	servedFrom: string;
	servedTo: string;
};

export const selectPaidEntries = (db: Db, { customerId, zone, before, limit }: Asked) =>
	rows<PaidEntry>(
		db,
		sql`
			select ${placeSql(sql`moment`)} as "at", id, 'paid' as "strand", booked_on::text as "day", kind,
				amount_minor as "amountMinor", currency, product, served_from::text as "servedFrom", served_to::text as "servedTo"
			from (
				select *, booked_on::timestamp at time zone ${zone} as moment from revenue_line where customer_id = ${customerId}
			) line
			where (moment, id) < (${before.at}::timestamptz, ${before.id}::bigint)
			order by moment desc, id desc
			limit ${limit}
		`
	);

/** From this day on they paid so much a year, in the reporting currency; 0: nothing any more. */
export type ValueEntry = Happened & { strand: 'value'; day: string; thenMinor: number; nowMinor: number };

/** Steps that the books have not reached yet are no news. */
export const selectValueEntries = (db: Db, { customerId, zone, before, limit, through }: Asked & { through: string }) =>
	rows<ValueEntry>(
		db,
		sql`
			with steps as (
				select from_day as day, per_year_minor as minor from yearly_revenue where customer_id = ${customerId}
				union all
				select ended.to_day, 0 from yearly_revenue ended
				where ended.customer_id = ${customerId} and ended.to_day < 'infinity'
				  and not exists (
					select from yearly_revenue later where later.customer_id = ${customerId} and later.from_day = ended.to_day
				  )
			),
			changes as (
				select day, coalesce(lag(minor) over (order by day), 0) as before_minor, minor from steps where day <= ${through}
			)
			select ${placeSql(sql`moment`)} as "at", id, 'value' as "strand", day::text as "day",
				before_minor as "thenMinor", minor as "nowMinor"
			from (
				select *, day::timestamp at time zone ${zone} as moment, (day - '1900-01-01')::bigint as id
				from changes where minor <> before_minor
			) change
			where (moment, id) < (${before.at}::timestamptz, ${before.id}::bigint)
			order by moment desc
			limit ${limit}
		`
	);

/** What a customer pays a year on a day, and how they pay. */
export type PaysNow = { perYearMinor: number | null; basis: 'recurring' | 'bought in the last year' | null };

export const selectPaysNow = async (db: Db, customerId: number, day: string): Promise<PaysNow> =>
	(
		await rows<PaysNow>(
			db,
			sql`
				select nullif(per_year_minor, 0) as "perYearMinor", basis
				from yearly_revenue
				where customer_id = ${customerId} and from_day <= ${day} and to_day > ${day}
			`
		)
	)[0] ?? { perYearMinor: null, basis: null };

/** A customer's revenue of a month, in the reporting currency; what was given back is negative. */
export type CustomerRevenueMonth = {
	month: string;
	recurringMinor: number;
	oneTimeMinor: number;
	givenBackMinor: number;
};

export const selectRevenueMonths = (db: Db, customerId: number, { from, to }: { from: string; to: string }) =>
	rows<CustomerRevenueMonth>(
		db,
		sql`
			select month::text as "month", recurring_minor as "recurringMinor", one_time_minor as "oneTimeMinor",
				given_back_minor as "givenBackMinor"
			from customer_month
			where customer_id = ${customerId} and month between ${from} and ${to}
			order by month
		`
	);

/** What is still to be expected of one customer; null: they pay nothing, or it cannot be told. */
export const selectOwnValue = async (db: Db, customerId: number): Promise<number | null> =>
	(
		await rows<{ minor: number | null }>(
			db,
			sql`
				select round(minor * coalesce((select margin from organisation), 1))::bigint as "minor"
				from customer_value
				where customer_id = ${customerId}
			`
		)
	)[0]?.minor ?? null;
