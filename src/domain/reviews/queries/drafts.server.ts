import { sql } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';

/** What is written down once a week, and when that was. Chosen stories go with the words that they are told in. */
const drafts = [
	['headline', 'written_at'],
	['seat', 'given_at'],
	['arrangement', 'arranged_at'],
	['sign_off', 'signed_at'],
	['attendee', 'noted_at']
] as const;

/** Takes away what was written down since a moment about weeks that are not closed. */
export async function deleteDrafts(db: Db, since: Date): Promise<void> {
	for (const [table, moment] of drafts)
		await db.execute(sql`
			delete from ${sql.identifier(table)} draft
			where ${sql.identifier(moment)} >= ${since.toISOString()}
			  and not exists (select from edition where edition.week = draft.week)
		`);
}
