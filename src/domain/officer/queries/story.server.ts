import { sql } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';
import { rows } from '#platform/db/rows.ts';
import { placeSql } from '../../customers/story/moment-sql.server.ts';
import type { Happened } from '../../customers/story/story.ts';
import type { Channel } from '../conversation.ts';
import type { FollowUpKind, FollowUpState } from '../follow-up.ts';

type Asked = { customerId: number; zone: string; before: Happened; limit: number };

/** A follow-up began or ended. */
export type FollowedEntry = Happened & {
	strand: 'followed';
	moment: Date;
	kind: FollowUpKind;
	/** 'open': this is its beginning. */
	state: FollowUpState;
	/** Null: erased with the person. */
	words: string | null;
	who: string;
	owner: string;
	dueOn: string;
};

export const selectFollowedEntries = (db: Db, { customerId, before, limit }: Asked) =>
	rows<FollowedEntry>(
		db,
		sql`
			select ${placeSql(sql`moment`)} as "at", step.id, 'followed' as "strand", moment, kind, step.state, words,
				who.name as "who", owner.name as "owner", due_on::text as "dueOn"
			from (
				select 2 * id as id, opened_at as moment, kind, 'open' as state, what as words, opened_by as who_id, owner_id, due_on
				from follow_up where customer_id = ${customerId}
				union all
				select 2 * id + 1, ended_at, kind, state, outcome, ended_by, owner_id, due_on
				from follow_up where customer_id = ${customerId} and state <> 'open'
			) step
			join person who on who.id = who_id
			join person owner on owner.id = owner_id
			where (moment, step.id) < (${before.at}::timestamptz, ${before.id}::bigint)
			order by moment desc, step.id desc
			limit ${limit}
		`
	);

/** Somebody of ours spoke with them. */
export type SpokeEntry = Happened & {
	strand: 'spoke';
	day: string;
	channel: Channel;
	withWhom: string | null;
	/** Null: erased with the person. */
	heard: string | null;
	who: string;
};

export const selectSpokeEntries = (db: Db, { customerId, zone, before, limit }: Asked) =>
	rows<SpokeEntry>(
		db,
		sql`
			select ${placeSql(sql`moment`)} as "at", talk.id, 'spoke' as "strand", held_on::text as "day", channel,
				with_whom as "withWhom", heard, person.name as "who"
			from (
				select *, held_on::timestamp at time zone ${zone} as moment from conversation where customer_id = ${customerId}
			) talk
			join person on person.id = person_id
			where (moment, talk.id) < (${before.at}::timestamptz, ${before.id}::bigint)
			order by moment desc, talk.id desc
			limit ${limit}
		`
	);
