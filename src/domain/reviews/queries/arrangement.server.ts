import { sql } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';
import { rows } from '#platform/db/rows.ts';

export type ArrangementRow = { parts: string[]; version: number; arrangedBy: string };

export const selectArrangement = async (db: Db, week: string): Promise<ArrangementRow | null> =>
	(
		await rows<ArrangementRow>(
			db,
			sql`
				select parts, version, person.name as "arrangedBy"
				from arrangement
				join person on person.id = arranged_by
				where week = ${week}
			`
		)
	)[0] ?? null;

/** Puts an order in the place of the version that was seen (0: none); false when there is another by now. */
export const replaceArrangement = async (
	db: Db,
	{ week, parts, seen, by, at }: { week: string; parts: readonly string[]; seen: number; by: number; at: Date }
): Promise<boolean> =>
	(
		await rows(
			db,
			seen === 0
				? sql`
						insert into arrangement (week, parts, version, arranged_by, arranged_at)
						values (${week}, ${`{${parts.join(',')}}`}::text[], 1, ${by}, ${at.toISOString()})
						on conflict do nothing
						returning week
					`
				: sql`
						update arrangement
						set parts = ${`{${parts.join(',')}}`}::text[], version = version + 1, arranged_by = ${by},
							arranged_at = ${at.toISOString()}
						where week = ${week} and version = ${seen}
						returning week
					`
		)
	).length === 1;
