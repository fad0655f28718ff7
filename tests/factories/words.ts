import { sql } from 'drizzle-orm';
import { inAct, withCorrectionsBy } from '#domain/voice/server.ts';
import { beginRun } from '#domain/imports/server.ts';
import type { Db } from '#platform/db/connect.ts';

/*
 * Words change only in the ways that the database lets through: by a source's correction, or by a recorded act.
 */

const now = new Date('2026-11-23T06:00:00Z');
const act = { by: null, reason: 'For a test.', at: now, zone: 'UTC' } as const;

/** The source says now that something else was written, or scored. */
export async function givenCorrected(
	db: Db,
	id: number,
	{ comment, score }: { comment?: string; score?: number }
): Promise<void> {
	const importId = await beginRun(db, {
		preset: 'template',
		state: 'running',
		files: [],
		mapping: null,
		startedBy: null,
		now
	});
	await withCorrectionsBy(db, importId, () =>
		db.execute(sql`
			update response set comment = coalesce(${comment ?? null}, comment), score = coalesce(${score ?? null}, score),
				version = versions + 1, versions = versions + 1
			where id = ${id}
		`)
	);
}

/** The person who wrote it has asked for it to go. */
export const givenErased = (db: Db, id: number) =>
	inAct(db, { ...act, kind: 'erasure', importId: null }, () =>
		db.execute(sql`update response set title = null, comment = null, erased_at = ${now.toISOString()} where id = ${id}`)
	);

/** The import that brought it is undone. */
export const givenTakenBack = (db: Db, id: number) =>
	inAct(db, { ...act, kind: 'undo', importId: 1 }, () => db.execute(sql`delete from response where id = ${id}`));
