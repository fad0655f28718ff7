import { sql } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';
import { rows } from '#platform/db/rows.ts';

/** What the audit log says, each text once for each thing that was done. */
export const selectWrittenInLog = (db: Db) =>
	rows<{ text: string; place: string; atThem: boolean }>(
		db,
		sql`
			select distinct subject as "text", 'Audit log: ' || action as "place", false as "atThem"
			from audit_entry
			where subject <> ''
		`
	);

/** Puts other texts in the place of some, wherever they stand. The database lets only an erasure do that. */
export const replaceInLog = (db: Db, texts: readonly { before: string; after: string }[]) =>
	db.execute(sql`
		update audit_entry entry set subject = said.after
		from jsonb_to_recordset(${JSON.stringify(texts)}::jsonb) as said (before text, after text)
		where entry.subject = said.before
	`);
