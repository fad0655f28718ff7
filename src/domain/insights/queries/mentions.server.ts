import { sql } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';
import { row, rows } from '#platform/db/rows.ts';
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

/** A mention that no mail has told yet, with whom to tell. */
export type Untold = MentionedIn & {
	number: number;
	at: Date;
	text: string;
	by: string;
	to: { name: string; email: string };
};

/** The oldest first. Nobody is told whose account is closed, or what they have seen already. */
export const selectUntold = (db: Db, limit: number) =>
	rows<Untold>(
		db,
		sql`
			select mention.id as "number", kind, subject_id as "id", at, text, author.name as "by",
				json_build_object('name', told.name, 'email', told.email) as "to"
			from mention
			join person author on author.id = by_id
			join person told on told.id = person_id and told.disabled_at is null
			where told_at is null and seen_at is null
			order by mention.id
			limit ${limit}
		`
	);

export const markTold = (db: Db, number: number, at: Date) =>
	db.execute(sql`update mention set told_at = ${at.toISOString()} where id = ${number} and told_at is null`);
