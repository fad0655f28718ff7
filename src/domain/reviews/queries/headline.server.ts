import { sql } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';
import { rows } from '#platform/db/rows.ts';
import type { Headline } from '../headline.ts';

export const selectHeadline = async (db: Db, week: string): Promise<Headline | null> =>
	(
		await rows<Headline>(
			db,
			sql`
				select text, version, person.name as "writtenBy", written_at as "writtenAt"
				from headline
				join person on person.id = written_by
				where week = ${week}
			`
		)
	)[0] ?? null;

/** Puts a headline in the place of the version that its writer saw (0: none); false when there is another by now. */
export const replaceHeadline = async (
	db: Db,
	{ week, text, seen, by, at }: { week: string; text: string; seen: number; by: number; at: Date }
): Promise<boolean> =>
	(
		await rows(
			db,
			seen === 0
				? sql`
						insert into headline (week, text, version, written_by, written_at)
						values (${week}, ${text}, 1, ${by}, ${at.toISOString()})
						on conflict do nothing
						returning week
					`
				: sql`
						update headline
						set text = ${text}, version = version + 1, written_by = ${by}, written_at = ${at.toISOString()}
						where week = ${week} and version = ${seen}
						returning week
					`
		)
	).length === 1;
