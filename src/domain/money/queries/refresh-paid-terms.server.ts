import { sql } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';

/** A term of more days than this was paid for ahead, and its end is a renewal. */
const daysOfAQuarter = 92;
const daysAhead = 90;

/** Terms paid ahead, and when they were due: until they ended, or the line that follows on them was booked. */
export async function readPaidTerms(db: Db) {
	await db.execute(
		sql`delete from paid_term using touched_paid touched where paid_term.customer_id = touched.customer_id`
	);
	await db.execute(sql`
		insert into paid_term (customer_id, line_id, from_day, to_day, due_from, due_until, per_year_minor)
		select customer_id, id, served_from, served_to, due_from, greatest(due_from, least(served_to, renewed_on)), per_year
		from (
			select line.customer_id, id, served_from, served_to,
				greatest(served_from, served_to - ${daysAhead}::int)                  as due_from,
				-- Whole months count as months, as in the steps of yearly revenue.
				round(reporting_minor * 12 / case
					when served_to = (served_from + make_interval(months => months))::date then months
					else (served_to - served_from) / 30.436875
				end)::bigint as per_year,
				(
					select min(booked_on) from revenue_line next
					where next.customer_id = line.customer_id and next.kind = 'recurring' and next.id <> line.id
					  and next.served_from between line.served_to - 1 and line.served_to + 30 and next.reporting_minor > 0
				) as renewed_on
			from revenue_line line
			join touched_paid touched on touched.customer_id = line.customer_id
			cross join lateral (
				select greatest(1,
					(extract(year from served_to) - extract(year from served_from)) * 12
					+ extract(month from served_to) - extract(month from served_from))::int as months
			) span
			where kind = 'recurring' and reporting_minor > 0 and served_to - served_from > ${daysOfAQuarter}::int
		) term
	`);
}
