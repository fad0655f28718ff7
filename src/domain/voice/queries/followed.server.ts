import { sql } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';

type One = { customerId: number; responseId: number };

/** One more follow-up of a comment is open (1), or one of them has ended (-1). A comment once followed up stays so. */
export const followedMore = (db: Db, { customerId, responseId }: One, change: 1 | -1) =>
	db.execute(sql`
		insert into followed_comment as followed (customer_id, response_id, open)
		select customer_id, id, ${Math.max(0, change)}::int from response where customer_id = ${customerId} and id = ${responseId}
		on conflict (customer_id, response_id) do update set open = greatest(0, followed.open + ${change}::int)
	`);
