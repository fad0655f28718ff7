import { sql } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';
import { rows } from '#platform/db/rows.ts';
import type { Gone } from './erased.ts';

/** Of some answers, those whose words are there no more, with the name their customer has now. */
export const selectGone = (db: Db, answers: readonly number[], zone: string) =>
	rows<Gone>(
		db,
		sql`
			select asked.id::int8 as "responseId", customer.name as "customer",
				(response.erased_at at time zone ${zone})::date::text as "erasedOn"
			from unnest(${`{${answers.join(',')}}`}::bigint[]) as asked (id)
			left join response on response.id = asked.id
			left join customer on customer.id = response.customer_id
			where response.id is null or response.erased_at is not null
		`
	);
