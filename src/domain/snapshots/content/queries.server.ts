import { sql } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';
import { rows } from '#platform/db/rows.ts';
import type { KeptPromise } from './content.ts';
import type { Gone, GonePromise } from './erased.ts';

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

/** Of some promises, those that are there no more or say nothing any more, with the name their customer has now. */
export const selectGonePromises = (db: Db, promises: readonly Pick<KeptPromise, 'customerId' | 'id'>[]) =>
	rows<GonePromise>(
		db,
		sql`
			select asked.id::int8 as "id", follow_up.erased_at is not null as "isErased", customer.name as "customer"
			from unnest(
				${`{${promises.map(({ customerId }) => customerId).join(',')}}`}::int[],
				${`{${promises.map(({ id }) => id).join(',')}}`}::bigint[]
			) as asked (customer_id, id)
			left join follow_up on follow_up.customer_id = asked.customer_id and follow_up.id = asked.id
			left join customer on customer.id = asked.customer_id
			where follow_up.id is null or follow_up.erased_at is not null
		`
	);
