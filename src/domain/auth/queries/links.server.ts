import { sql } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';
import { rows } from '#platform/db/rows.ts';
import type { LinkPurpose } from '../queries.server.ts';
import type { Role } from '../roles.ts';

/** A link that somebody still has in hand. `id` is the hash of its token. */
export type OpenLink = {
	id: string;
	purpose: LinkPurpose;
	email: string;
	role: Role;
	invitedBy: string | null;
	expiresAt: Date;
};

export const selectOpenLinks = (db: Db, now: Date) =>
	rows<OpenLink>(
		db,
		sql`
			select link.id, purpose, link.email, link.role, person.name as "invitedBy", expires_at as "expiresAt"
			from one_time_link link
			left join person on person.id = invited_by
			where link.email is not null and used_at is null and expires_at > ${now.toISOString()}
			order by link.created_at desc, link.id
		`
	);

/** Whose link was taken out of use; null: it was used or withdrawn before. */
export const deleteOpenLink = async (db: Db, id: string): Promise<string | null> =>
	(
		await rows<{ email: string }>(
			db,
			sql`delete from one_time_link where id = ${id} and email is not null and used_at is null returning email`
		)
	)[0]?.email ?? null;

/**
 * Forgets to whom links went. Only what somebody with an account may still open stays: it lets them in, and their account
 * has the address, too.
 */
export const deleteLinksTo = (db: Db, addresses: readonly string[], now: Date) =>
	db.execute(sql`
		delete from one_time_link
		where lower(email) in (select lower(asked) from jsonb_array_elements_text(${JSON.stringify(addresses)}::jsonb) asked)
		  and (purpose = 'invitation' or used_at is not null or expires_at <= ${now.toISOString()})
	`);

export const deleteLinksFor = (db: Db, email: string, purpose: LinkPurpose) =>
	db.execute(sql`delete from one_time_link where purpose = ${purpose} and lower(email) = lower(${email})`);
