import { sql } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';
import { row } from '#platform/db/rows.ts';

/** Everybody, with what else is to be counted from nothing. */
export const touchEverybody = (db: Db, { said, paid } = { said: true, paid: true }) =>
	db.execute(sql`
		insert into touched as known
		select id, ${said}::boolean, ${paid}::boolean from customer
		on conflict (customer_id) do update set said = known.said or excluded.said, paid = known.paid or excluded.paid
	`);

/** The customers of one lane of several; whoever came together is spread over all of them. */
export const touchLane = (db: Db, { lane, of }: { lane: number; of: number }) =>
	db.execute(sql`insert into touched select id, true, true from customer where id % ${of}::int = ${lane}::int`);

export const touchCustomers = (db: Db, ids: readonly number[]) =>
	db.execute(sql`
		insert into touched select unnest(${`{${ids.join(',')}}`}::int[]), true, true on conflict (customer_id) do nothing
	`);

/** Everybody of whom an import brought or changed a row; a row that moved touches both customers. */
export const touchImported = (db: Db, importId: number) =>
	db.execute(sql`
		insert into touched
		select customer_id, bool_or(what in ('customer', 'contact', 'invitation', 'response')), bool_or(what in ('customer', 'revenue'))
		from (
			select id as customer_id, 'customer' as what from customer where import_id = ${importId}
			union all
			select customer_id, 'invitation' from invitation   where import_id = ${importId}
			union all
			select customer_id, 'response'   from response     where import_id = ${importId}
			union all
			select customer_id, 'revenue'    from revenue_line where import_id = ${importId}
			union all
			select customer_id, kind         from replaced_row where import_id = ${importId}
			union all
			select moved.customer_id, 'response'
			from replaced_row
			join response moved on replaced_row.kind = 'response' and moved.id = replaced_row.row_id
			where replaced_row.import_id = ${importId}
			union all
			select moved.customer_id, 'revenue'
			from replaced_row
			join revenue_line moved on replaced_row.kind = 'revenue' and moved.id = replaced_row.row_id
			where replaced_row.import_id = ${importId}
		) touching
		group by customer_id
	`);

/** How many there are in all, and by what they were touched. */
export const countTouched = async (db: Db) =>
	row<{ customers: number; said: number; paid: number; either: number }>(
		db,
		sql`
			select (select count(*)::int from customer) as "customers",
				count(*) filter (where said)::int as "said", count(*) filter (where paid)::int as "paid", count(*)::int as "either"
			from touched
		`
	);

export const countCustomers = async (db: Db): Promise<number> =>
	(await row<{ customers: number }>(db, sql`select count(*)::int as "customers" from customer`)).customers;

/** One refresh runs at a time, and sorts a company's history: what does not fit goes over the disk, and takes twice as long. */
export const giveRoomToWork = (db: Db) => db.execute(sql`set local work_mem = '128MB'`);

export const lastRevenueDay = async (db: Db): Promise<string | null> =>
	(await row<{ day: string | null }>(db, sql`select max(booked_on)::text as "day" from revenue_line`)).day;

/** Goes up whenever the kept sums hold more, or count otherwise, than before. */
const method = 9;

/** What the sums were made by; there is nothing to make where there are no customers. */
export const standOfSums = async (db: Db): Promise<'up to date' | 'older version' | 'never counted'> =>
	(
		await row<{ stand: 'up to date' | 'older version' | 'never counted' }>(
			db,
			sql`
				select case
					when latest.method < ${method}::int then 'older version'
					when latest.method is null and exists (select from customer) then 'never counted'
					else 'up to date'
				end as "stand"
				from (select (select method from refresh order by id desc limit 1) as method) latest
			`
		)
	).stand;

export const noteRefresh = (
	db: Db,
	{ at, customers, tookMs, zone }: { at: Date; customers: number; tookMs: number; zone: string }
) =>
	db.execute(sql`
		insert into refresh (at, customers, took_ms, method, revenue_through, answers_from, answers_through)
		select ${at.toISOString()}, ${customers}, ${tookMs}, ${method}, (select max(booked_on) from revenue_line),
			(min(responded_at) at time zone ${zone})::date, (max(responded_at) at time zone ${zone})::date
		from response
	`);

/** The planner knows nothing yet of rows that came in with this transaction. */
export const analyseTouched = (db: Db) => db.execute(sql`analyze touched`);
export const analyseRaw = (db: Db) => db.execute(sql`analyze customer, response, revenue_line`);
/** Or, after an empty table was looked at in between, rows would be taken for a handful and walked through again for each other. */
export const analyseKept = (db: Db) =>
	db.execute(
		sql`analyze counted_answer, counted_invitation, yearly_revenue, currency_step, currency_month, base_rate, day_rate, customer_month, customer_standing, answer_outcome, answer_currency, touchpoint_answer`
	);
