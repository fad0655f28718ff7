import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';
import { row, rows } from '#platform/db/rows.ts';
import type { Role } from '../../auth/roles.ts';
import type { Slice } from '../../scope/scope.ts';
import type { Id } from './comments.server.ts';

/** Notes that somebody has read these words; what has none, or was read before, is passed over. */
export const insertReceipts = (
	db: Db,
	ids: readonly Id[],
	{ personId, at }: { personId: number; at: Date }
): Promise<unknown> =>
	db.execute(sql`
		insert into read_receipt (customer_id, response_id, person_id, read_at)
		select response.customer_id, response.id, ${personId}, ${at.toISOString()}::timestamptz
		from unnest(
			${`{${ids.map((id) => id.customerId).join(',')}}`}::int[],
			${`{${ids.map((id) => id.responseId).join(',')}}`}::bigint[]
		) as read (customer_id, response_id)
		join response on response.customer_id = read.customer_id and response.id = read.response_id
		where response.comment is not null or response.title is not null or response.erased_at is not null
		order by 1, 2
		on conflict do nothing
	`);

type Days = { from: string; to: string; zone: string };

const writtenIn = ({ from, to, zone }: Days): SQL => sql`
	comment.responded_at >= ${from}::date::timestamp at time zone ${zone}
	and comment.responded_at < (${to}::date + 1)::timestamp at time zone ${zone}
`;

/** Comments of some days, and how many of them anybody has read. */
export const countRead = (db: Db, days: Days) =>
	row<{ comments: number; readByTeam: number }>(
		db,
		sql`
			select count(*)::int as "comments",
				count(*) filter (
					where exists (
						select from read_receipt receipt
						where receipt.customer_id = comment.customer_id and receipt.response_id = comment.response_id
					)
				)::int as "readByTeam"
			from searchable_comment comment
			where ${writtenIn(days)}
		`
	);

export type ReadByPerson = { id: number; name: string; role: Role; read: number };

/** How many comments of some days each of us has read; who has left is there only if they have. */
export const selectReadByPerson = (db: Db, days: Days) =>
	rows<ReadByPerson>(
		db,
		sql`
			select person.id, person.name, person.role, coalesce(read.comments, 0)::int as "read"
			from person
			left join (
				select person_id, count(*) as comments
				from searchable_comment comment
				join read_receipt receipt
					on receipt.customer_id = comment.customer_id and receipt.response_id = comment.response_id
				where ${writtenIn(days)}
				group by person_id
			) read on read.person_id = person.id
			where disabled_at is null or read.comments > 0
			order by person.name, person.id
		`
	);

export type Drawable = Id & Record<Slice, string | null> & { feeling: string | null };

/** The comments of some days by their number, with what a draw may go by. */
export const selectDrawable = (db: Db, days: Days) =>
	rows<Drawable>(
		db,
		sql`
			select customer_id as "customerId", response_id as "responseId", segment, region, plan, feeling
			from searchable_comment comment
			where ${writtenIn(days)}
			order by response_id
		`
	);
