import { sql } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';
import { row, rows } from '#platform/db/rows.ts';
import type { Mark, MarkText, Said } from '../mark.ts';

export type NewMark = Pick<Mark, 'chart' | 'from' | 'to' | 'pointsAt' | 'population' | 'week' | 'saw' | 'through'> & {
	ofDemo: boolean;
};
type By = { by: number; at: Date };

/** Beyond this nobody finds anything on a chart. */
const mostMarks = 500;

type MarkRow = Omit<Mark, 'text' | 'earlier' | 'said'>;
type Of<Part> = Part & { markId: number };

/** Of some charts, or (null) of all; of one, or of one population alone. */
type Sought = { charts: readonly string[] | null; ofDemo: boolean; id?: number; population?: string };

/** Marks with every wording and all that was said, the latest first. */
export async function selectMarks(db: Db, { charts, ofDemo, id, population }: Sought): Promise<Mark[]> {
	const marks = await rows<MarkRow>(
		db,
		sql`
			select id, chart, from_place as "from", to_place as "to", points_at as "pointsAt", population, week, saw, through
			from mark
			where of_demo = ${ofDemo}
			  and ${charts === null ? sql`true` : sql`chart = any(string_to_array(${charts.join(' ')}, ' '))`}
			  and ${id === undefined ? sql`true` : sql`id = ${id}`}
			  and ${population === undefined ? sql`true` : sql`population = ${population}`}
			order by id desc
			limit ${mostMarks}
		`
	);
	if (marks.length === 0) return [];
	const ids = marks.map((mark) => mark.id);
	const [texts, said] = await Promise.all([
		rows<Of<MarkText>>(
			db,
			sql`
				select mark_id as "markId", version, text, person.name as "by", written_at as "at"
				from mark_text
				join person on person.id = written_by
				where mark_id in ${ids}
				order by mark_id, version desc
			`
		),
		rows<Of<Said>>(
			db,
			sql`
				select mark_id as "markId", kind, text, person.name as "by", said_at as "at"
				from mark_reply
				join person on person.id = said_by
				where mark_id in ${ids}
				order by mark_reply.id
			`
		)
	]);
	const textsOf = Map.groupBy(texts, ({ markId }) => markId);
	const saidOf = Map.groupBy(said, ({ markId }) => markId);
	return marks.map((mark) => {
		const [text, ...earlier] = textsOf.get(mark.id)!.map(({ markId: _, ...one }) => one);
		return { ...mark, text, earlier, said: (saidOf.get(mark.id) ?? []).map(({ markId: _, ...one }) => one) };
	});
}

export const insertMark = async (db: Db, mark: NewMark, { by, at }: By): Promise<number> =>
	(
		await row<{ id: number }>(
			db,
			sql`
				insert into mark
					(chart, from_place, to_place, points_at, population, week, saw, of_demo, through, placed_by, placed_at)
				values (${mark.chart}, ${mark.from}, ${mark.to}, ${mark.pointsAt}, ${mark.population}, ${mark.week}, ${mark.saw},
					${mark.ofDemo}, ${mark.through}, ${by}, ${at.toISOString()})
				returning id
			`
		)
	).id;

/** Adds the wording that follows the one its writer saw; false when somebody was faster. */
export const insertMarkText = async (
	db: Db,
	{ id, seen, text }: { id: number; seen: number; text: string },
	{ by, at }: By
): Promise<boolean> =>
	(
		await rows(
			db,
			sql`
				insert into mark_text (mark_id, version, text, written_by, written_at)
				select ${id}, ${seen + 1}, ${text}, ${by}, ${at.toISOString()}
				where ${seen} = (select coalesce(max(version), 0) from mark_text where mark_id = ${id})
				on conflict do nothing
				returning version
			`
		)
	).length === 1;

export const insertMarkReply = (
	db: Db,
	{ id, kind, text }: { id: number; kind: Said['kind']; text: string },
	{ by, at }: By
) =>
	db.execute(sql`
		insert into mark_reply (mark_id, kind, text, said_by, said_at)
		values (${id}, ${kind}, ${text}, ${by}, ${at.toISOString()})
	`);

/** Holds a mark until the transaction ends; null: there is none. */
export const lockMark = async (db: Db, id: number): Promise<{ chart: string; ofDemo: boolean } | null> =>
	(
		await rows<{ chart: string; ofDemo: boolean }>(
			db,
			sql`select chart, of_demo as "ofDemo" from mark where id = ${id} for update`
		)
	)[0] ?? null;
