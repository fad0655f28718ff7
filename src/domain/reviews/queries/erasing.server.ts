import { sql } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';
import { rows } from '#platform/db/rows.ts';
import type { Instead } from '../../voice/keeping/staff-words.ts';

/** Headlines, decisions, events, and who was there without an account. */
export const selectWrittenInReviews = (db: Db) =>
	rows<{ text: string; place: string }>(
		db,
		sql`
			select text, 'Headline of ' || week as place from headline
			union
			select said, 'Decision ' || id || ' of ' || week
			from decision
			cross join lateral (values (what), (why), (expected), (for_customers), (outcome)) parts (said)
			where said is not null
			union
			select what, 'Event ' || id from event
			union
			select guest, 'Who was there in ' || week from attendee where guest is not null
		`
	);

const columns = [
	['headline', 'text'],
	['decision', 'what'],
	['decision', 'why'],
	['decision', 'expected'],
	['decision', 'for_customers'],
	['decision', 'outcome'],
	['event', 'what'],
	['attendee', 'guest']
] as const;

/** Puts other texts in the place of some, wherever they stand. */
export async function replaceInReviews(db: Db, texts: readonly Instead[]): Promise<void> {
	for (const [table, column] of columns)
		await db.execute(sql`
			update ${sql.identifier(table)} written set ${sql.identifier(column)} = said.after
			from jsonb_to_recordset(${JSON.stringify(texts)}::jsonb) as said (before text, after text)
			where written.${sql.identifier(column)} = said.before
		`);
}

export const selectKeptWeeks = async (db: Db): Promise<string[]> =>
	(await rows<{ week: string }>(db, sql`select week from edition order by week`)).map(({ week }) => week);

/** What a closed week keeps, as it is kept. */
export const selectKept = async (db: Db, week: string): Promise<string> =>
	(await rows<{ contents: string }>(db, sql`select contents from edition where week = ${week}`))[0].contents;

/** Only an erasure that is recorded and announced gets through here: a trigger refuses everything else. */
export const replaceKept = (db: Db, week: string, contents: string) =>
	db.execute(sql`update edition set contents = ${contents} where week = ${week}`);
