import { sql } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';
import { row, rows } from '#platform/db/rows.ts';
import type { Insight, InsightVersion } from '../insight.ts';

type By = { by: number; at: Date };

export const insertInsight = async (
	db: Db,
	{ week, population, ofDemo }: Pick<Insight, 'week' | 'population' | 'ofDemo'>,
	{ by, at }: By
): Promise<number> =>
	(
		await row<{ id: number }>(
			db,
			sql`
				insert into insight (week, population, of_demo, made_by, made_at)
				values (${week}, ${population}, ${ofDemo}, ${by}, ${at.toISOString()})
				returning id
			`
		)
	).id;

export type NewVersion = Pick<InsightVersion, 'claim' | 'state' | 'end' | 'words'> & { ownerId: number };

/** Adds the version that follows the one its writer saw; false when somebody was faster. */
export const insertInsightVersion = async (
	db: Db,
	{ number, seen, version }: { number: number; seen: number; version: NewVersion },
	{ by, at }: By
): Promise<boolean> => {
	const { claim, ownerId, state, end, words } = version;
	const text = end && 'text' in end ? end.text : null;
	const decision = end?.kind === 'decision' ? end.decision : null;
	const bet = end?.kind === 'bet' ? (end.bet ?? null) : null;
	const added = await rows(
		db,
		sql`
			insert into insight_version
				(insight_id, version, claim, owner_id, state, end_kind, end_text, end_decision, end_bet, words, written_by,
				 written_at)
			select ${number}, ${seen + 1}, ${claim}, ${ownerId}, ${state}, ${end?.kind ?? null}, ${text},
				${decision}, ${bet}, ${words}, ${by}, ${at.toISOString()}
			where ${seen} = (select coalesce(max(version), 0) from insight_version where insight_id = ${number})
			on conflict do nothing
			returning version
		`
	);
	return added.length === 1;
};

export const insertInsightReply = (db: Db, { number, text }: { number: number; text: string }, { by, at }: By) =>
	db.execute(sql`
		insert into insight_reply (insight_id, text, said_by, said_at)
		values (${number}, ${text}, ${by}, ${at.toISOString()})
	`);
