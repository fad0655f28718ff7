import { sql } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';
import { row, rows } from '#platform/db/rows.ts';
import type { Delivery } from '../delivery.ts';
import type { LetterKind } from '../letters.ts';
import { columns, from } from './deliveries.server.ts';

type NewLetter = {
	kind: LetterKind;
	personId: number;
	about: string;
	dueAt: Date;
	now: Date;
	giveUpAt: Date;
	host: string;
};

export const insertLetter = async (db: Db, letter: NewLetter): Promise<number> =>
	(
		await row<{ id: number }>(
			db,
			sql`
				insert into snapshot_delivery (
					kind, person_id, address, due_at, state, tries, next_at, give_up_at, message_id, late
				)
				select ${letter.kind}, id, email, ${letter.dueAt.toISOString()}, 'queued', 0, ${letter.now.toISOString()},
					${letter.giveUpAt.toISOString()},
					'<' || ${letter.kind}::text || '-' || id::text || '-' || left(encode(sha256(convert_to(
						concat_ws(' ', ${letter.kind}::text, id::text, ${letter.about}::text), 'UTF8'
					)), 'hex'), 24) || '@' || ${letter.host}::text || '>',
					false
				from person where id = ${letter.personId}
				returning id::int8
			`
		)
	).id;

/** Messages that are about no edition, those in trouble first, then the latest. */
export const selectLetters = (db: Db, { after, limit }: { after: number; limit: number }) =>
	rows<Delivery>(
		db,
		sql`
			select ${columns}
			${from}
			where edition_id is null
			order by
				case when state in ('failed', 'unknown', 'bounced', 'missed') then 0 when state = 'deferred' then 1 else 2 end,
				delivery.id desc
			limit ${limit} offset ${after}
		`
	);
