import { sql } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';
import { row, rows } from '#platform/db/rows.ts';
import type { Act, ActKind } from '../act.ts';

export type NewAct = { kind: ActKind; by: { id: number } | null; reason: string; importId: number | null; at: Date };

export const insertAct = async (db: Db, { kind, by, reason, importId, at }: NewAct): Promise<number> =>
	(
		await row<{ id: number }>(
			db,
			sql`
				insert into voice_act (kind, at, person_id, reason, import_id)
				values (${kind}, ${at.toISOString()}, ${by?.id ?? null}, ${reason}, ${importId})
				returning id
			`
		)
	).id;

/** Why words went, as somebody wrote it. */
export const selectReasons = (db: Db) =>
	rows<{ text: string; place: string }>(
		db,
		sql`select distinct reason as "text", 'Why words went' as "place" from voice_act`
	);

/** Puts other texts in the place of some reasons. The database lets only an erasure do that. */
export const replaceReasons = (db: Db, texts: readonly { before: string; after: string }[]) =>
	db.execute(sql`
		update voice_act set reason = said.after
		from jsonb_to_recordset(${JSON.stringify(texts)}::jsonb) as said (before text, after text)
		where reason = said.before
	`);

/** Tells the triggers on `response`, until this transaction ends, what is at work; null: nothing is any more. */
export const announce = (db: Db, what: 'act' | 'import', id: number | null) =>
	db.execute(sql`select set_config(${`empty_chair.${what}`}, ${id === null ? '' : String(id)}, true)`);

/** The acts that took words within a time, the latest first; `written`: count only what was written in it. */
export const selectActs = (
	db: Db,
	{ kinds, from, to, zone }: { kinds: ActKind[]; from: string; to: string; zone: string }
) =>
	rows<Act>(
		db,
		sql`
			select act.id, kind, at, person.name as "by", reason, import_id as "importId", taken.comments
			from (
				select act_id, count(*)::int as comments
				from sealed_words
				where act_id is not null
				  and responded_at >= ${from}::date::timestamp at time zone ${zone}
				  and responded_at < (${to}::date + 1)::timestamp at time zone ${zone}
				group by act_id
			) taken
			join voice_act act on act.id = taken.act_id
			left join person on person.id = person_id
			where kind in ${kinds}
			order by act.id desc
		`
	);

/** Every act there has been, the latest first. */
export const selectAllActs = (db: Db, limit: number) =>
	rows<Act>(
		db,
		sql`
			select act.id, kind, at, person.name as "by", reason, import_id as "importId",
				coalesce(seal.comments, 0) as "comments"
			from voice_act act
			left join person on person.id = person_id
			left join seal on seal.act_id = act.id
			order by act.id desc
			limit ${limit}
		`
	);
