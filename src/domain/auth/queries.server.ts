import { sql } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';
import { row, rows } from '#platform/db/rows.ts';
import type { Person } from './person.ts';
import type { Role, TokenScope } from './roles.ts';

export type PersonRecord = Person & { passwordHash: string; disabledAt: Date | null; createdAt: Date };
export type LinkRecord = { purpose: LinkPurpose; email: string | null; role: Role; invitedBy: string | null };
export type LinkPurpose = 'setup' | 'invitation' | 'new-password';

const personColumns = sql`
	id, name, email, role, password_hash as "passwordHash", disabled_at as "disabledAt", created_at as "createdAt"
`;

export const anybodyThere = async (db: Db): Promise<boolean> =>
	(await row<{ any: boolean }>(db, sql`select exists (select from person) as "any"`)).any;

export const selectPeople = (db: Db) =>
	rows<PersonRecord>(db, sql`select ${personColumns} from person order by name, id`);

export const selectPersonByEmail = async (db: Db, email: string): Promise<PersonRecord | null> =>
	(await rows<PersonRecord>(db, sql`select ${personColumns} from person where lower(email) = lower(${email})`))[0] ??
	null;

export const selectPerson = async (db: Db, id: number): Promise<PersonRecord | null> =>
	(await rows<PersonRecord>(db, sql`select ${personColumns} from person where id = ${id}`))[0] ?? null;

export const insertPerson = async (
	db: Db,
	{ email, name, role, passwordHash }: { email: string; name: string; role: Role; passwordHash: string }
): Promise<number> =>
	(
		await row<{ id: number }>(
			db,
			sql`
				insert into person (email, name, role, password_hash)
				values (${email}, ${name}, ${role}, ${passwordHash})
				returning id
			`
		)
	).id;

export const updatePassword = (db: Db, id: number, passwordHash: string) =>
	db.execute(sql`update person set password_hash = ${passwordHash} where id = ${id}`);

export const updateRole = (db: Db, id: number, role: Role) =>
	db.execute(sql`update person set role = ${role} where id = ${id}`);

export const setDisabled = (db: Db, id: number, disabledAt: Date | null) =>
	db.execute(sql`update person set disabled_at = ${disabledAt?.toISOString() ?? null} where id = ${id}`);

export const countAdministrators = async (db: Db): Promise<number> =>
	(
		await row<{ count: number }>(
			db,
			sql`select count(*)::int as "count" from person where role = 'administrator' and disabled_at is null`
		)
	).count;

export const lockAdministrators = (db: Db) =>
	db.execute(sql`select from person where role = 'administrator' and disabled_at is null order by id for update`);

/** Notes an attempt before its outcome is known, and says how many there were lately: two that race cannot both pass. */
export async function noteAttempt(db: Db, subject: string, at: Date, since: Date): Promise<number> {
	await db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${subject}, 0))`);
	await db.execute(sql`insert into failed_sign_in (subject, at) values (${subject}, ${at.toISOString()})`);
	const { count } = await row<{ count: number }>(
		db,
		sql`
			select count(*)::int as "count"
			from failed_sign_in
			where subject = ${subject} and at > ${since.toISOString()}
		`
	);
	return count;
}

export const forgetAttempts = (db: Db, subjects: string[], before: Date) =>
	db.execute(sql`
		delete from failed_sign_in
		where subject in ${subjects} or at < ${before.toISOString()}
	`);

export const insertLink = (
	db: Db,
	link: {
		id: string;
		purpose: LinkPurpose;
		email: string | null;
		role: Role;
		invitedBy: number | null;
		expiresAt: Date;
	}
) =>
	db.execute(sql`
		insert into one_time_link (id, purpose, email, role, invited_by, expires_at)
		values (${link.id}, ${link.purpose}, ${link.email}, ${link.role}, ${link.invitedBy}, ${link.expiresAt.toISOString()})
	`);

export const deleteSetupLinks = (db: Db) => db.execute(sql`delete from one_time_link where purpose = 'setup'`);

export const selectLink = async (db: Db, id: string, now: Date): Promise<LinkRecord | null> =>
	(
		await rows<LinkRecord>(
			db,
			sql`
				select purpose, link.email, link.role, person.name as "invitedBy"
				from one_time_link link
				left join person on person.id = invited_by
				where link.id = ${id} and used_at is null and expires_at > ${now.toISOString()}
			`
		)
	)[0] ?? null;

/** Takes the link out of use; false when somebody was faster. */
export const useLink = async (db: Db, id: string, now: Date): Promise<boolean> =>
	(
		await rows(
			db,
			sql`
				update one_time_link set used_at = ${now.toISOString()}
				where id = ${id} and used_at is null and expires_at > ${now.toISOString()}
				returning id
			`
		)
	).length === 1;

export type TokenRecord = {
	id: number;
	name: string;
	scopes: TokenScope[];
	createdAt: Date;
	createdBy: string;
	lastUsedAt: Date | null;
};

export const insertToken = (
	db: Db,
	{ name, hash, scopes, createdBy }: { name: string; hash: string; scopes: readonly TokenScope[]; createdBy: number }
) =>
	db.execute(sql`
		insert into api_token (name, hash, scopes, created_by)
		values (${name}, ${hash}, string_to_array(${scopes.join(' ')}, ' '), ${createdBy})
	`);

export const selectTokens = (db: Db) =>
	rows<TokenRecord>(
		db,
		sql`
			select token.id, token.name, scopes, token.created_at as "createdAt", person.name as "createdBy",
				last_used_at as "lastUsedAt"
			from api_token token
			join person on person.id = created_by
			where revoked_at is null
			order by token.created_at desc
		`
	);

export const revokeToken = (db: Db, id: number, now: Date) =>
	db.execute(sql`update api_token set revoked_at = ${now.toISOString()} where id = ${id} and revoked_at is null`);

/** Whose token this is, noting that it was used; null when unknown, revoked, or its maker may no longer come in. */
export const selectTokenHolder = async (db: Db, hash: string, now: Date): Promise<Person | null> =>
	(
		await rows<Person>(
			db,
			sql`
				update api_token token set last_used_at = ${now.toISOString()}
				from person
				where token.hash = ${hash} and revoked_at is null
				  and person.id = token.created_by and person.disabled_at is null
				returning person.id, person.name, person.email, person.role,
					json_build_object('name', token.name, 'only', scopes) as "token"
			`
		)
	)[0] ?? null;

export type AuditRecord = { at: Date; who: string | null; action: string; subject: string };

export const insertAuditEntry = (
	db: Db,
	{ personId, action, subject, detail }: { personId: number | null; action: string; subject: string; detail?: unknown }
) =>
	db.execute(sql`
		insert into audit_entry (person_id, action, subject, detail)
		values (${personId}, ${action}, ${subject}, ${detail === undefined ? null : JSON.stringify(detail)}::jsonb)
	`);

export const selectAuditEntries = (db: Db, { before, limit }: { before: number | null; limit: number }) =>
	rows<AuditRecord & { id: number }>(
		db,
		sql`
			select entry.id, at, person.name as "who", action, subject
			from audit_entry entry
			left join person on person.id = person_id
			where ${before}::bigint is null or entry.id < ${before}::bigint
			order by entry.id desc
			limit ${limit}
		`
	);
