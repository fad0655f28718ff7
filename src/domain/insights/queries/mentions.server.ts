import { sql } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';
import { row, rows } from '#platform/db/rows.ts';
import type { Role } from '../../auth/roles.ts';
import type { Mention, Mentionable, MentionedIn } from '../mentions.ts';

/** Everybody who may sign in. */
export const selectMentionable = (db: Db) =>
	rows<Mentionable>(db, sql`select id, name, email from person where disabled_at is null order by name, id`);

export const insertMention = (
	db: Db,
	{ personId, kind, id, text }: MentionedIn & { personId: number; text: string },
	{ by, at }: { by: number; at: Date }
) =>
	db.execute(sql`
		insert into mention (person_id, by_id, kind, subject_id, text, at)
		values (${personId}, ${by}, ${kind}, ${id}, ${text}, ${at.toISOString()})
	`);

export const countUnseenMentions = async (db: Db, personId: number): Promise<number> =>
	(
		await row<{ n: number }>(
			db,
			sql`select count(*)::int as "n" from mention where person_id = ${personId} and seen_at is null`
		)
	).n;

/** The unseen ones first, then the latest. */
export const selectMentions = (db: Db, personId: number, limit: number) =>
	rows<Mention>(
		db,
		sql`
			select mention.id as "number", kind, subject_id as "id", author.name as "by", at, text, seen_at as "seenAt"
			from mention
			join person author on author.id = by_id
			where person_id = ${personId}
			order by seen_at is not null, mention.id desc
			limit ${limit}
		`
	);

/** Somebody has seen what was said to them about something, or all of it. */
export const markMentionsSeen = (db: Db, personId: number, at: Date, about?: MentionedIn) =>
	db.execute(sql`
		update mention set seen_at = ${at.toISOString()}
		where person_id = ${personId} and seen_at is null
		  and ${about ? sql`kind = ${about.kind} and subject_id = ${about.id}` : sql`true`}
	`);

/** A mention for which no mail is queued yet. */
export type Untold = MentionedIn & {
	number: number;
	personId: number;
	at: Date;
};

/**
 * The oldest first, held until the transaction ends; those that somebody else holds are left to them. Nobody is told
 * what they have seen already.
 */
export const selectUntold = (db: Db, limit: number) =>
	rows<Untold>(
		db,
		sql`
			select id::int8 as "number", kind, subject_id as "id", person_id as "personId", at
			from mention
			where told_at is null and seen_at is null
			order by mention.id
			limit ${limit}
			for update skip locked
		`
	);

/** A mention, with whom it is to tell. */
export type MentionTold = MentionedIn & {
	by: string;
	at: Date;
	text: string;
	seenAt: Date | null;
	to: { name: string; role: Role };
	/** Whether they want no mail about mentions. */
	isOff: boolean;
};

export const selectMention = async (db: Db, number: number): Promise<MentionTold | null> =>
	(
		await rows<MentionTold>(
			db,
			sql`
				select kind, subject_id as "id", author.name as "by", at, text, seen_at as "seenAt",
					json_build_object('name', told.name, 'role', told.role) as "to",
					exists (select from mention_mails_off off where off.person_id = mention.person_id) as "isOff"
				from mention
				join person author on author.id = by_id
				join person told on told.id = person_id
				where mention.id = ${number}
			`
		)
	)[0] ?? null;

/** Its mail is queued. What became of that is the mail's. */
export const markTold = (db: Db, number: number, at: Date) =>
	db.execute(sql`update mention set told_at = ${at.toISOString()} where id = ${number} and told_at is null`);

export const areMailsOff = async (db: Db, personId: number): Promise<boolean> =>
	(
		await row<{ is: boolean }>(
			db,
			sql`select exists (select from mention_mails_off where person_id = ${personId}) as "is"`
		)
	).is;

export const switchMailsOff = (db: Db, personId: number, at: Date) =>
	db.execute(sql`
		insert into mention_mails_off (person_id, since) values (${personId}, ${at.toISOString()}) on conflict do nothing
	`);

export const switchMailsOn = (db: Db, personId: number) =>
	db.execute(sql`delete from mention_mails_off where person_id = ${personId}`);
