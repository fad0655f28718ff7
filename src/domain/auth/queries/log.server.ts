import { sql } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';
import { rows } from '#platform/db/rows.ts';

/** What the audit log says, each text once for each thing that was done; also what it keeps beside, as a theme's rules. */
export const selectWrittenInLog = (db: Db) =>
	rows<{ text: string; place: string; atThem: boolean }>(
		db,
		sql`
			select subject as "text", 'Audit log: ' || action as "place", false as "atThem"
			from audit_entry
			where subject <> ''
			union
			select said #>> '{}', 'Audit log: ' || action, false
			from audit_entry
			cross join lateral jsonb_path_query(detail, 'strict $.**') said
			where jsonb_typeof(said) = 'string' and said <> '""'
		`
	);

/** Puts other texts in the place of some, wherever they stand. The database lets only an erasure do that. */
export async function replaceInLog(db: Db, texts: readonly { before: string; after: string }[]): Promise<void> {
	await db.execute(sql`
		update audit_entry entry set subject = said.after
		from jsonb_to_recordset(${JSON.stringify(texts)}::jsonb) as said (before text, after text)
		where entry.subject = said.before
	`);
	// Whole texts, between the quotation marks that JSON sets around them.
	for (const { before, after } of texts)
		await db.execute(sql`
			update audit_entry set
				detail = replace(detail::text, to_jsonb(${before}::text)::text, to_jsonb(${after}::text)::text)::jsonb
			where strpos(detail::text, to_jsonb(${before}::text)::text) > 0
		`);
}
