import { sql } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';
import { rows } from '#platform/db/rows.ts';
import { marks } from '../found.ts';
import type { Found } from '../found.ts';
import type { EditionRow } from './editions.server.ts';

/** Editions with all that they keep, the latest week first; `before`: only of weeks before that one. */
export const selectEditions = (db: Db, { before, limit }: { before: string | null; limit: number }) =>
	rows<EditionRow & { week: string }>(
		db,
		sql`
			select week, closed_at as "closedAt", person.name as "closedBy", shape, contents
			from edition
			left join person on person.id = closed_by
			where ${before}::text is null or week < ${before}::text
			order by week desc
			limit ${limit}
		`
	);

/** The marks are taken out of what people wrote, so that only the search can have set them. */
const unmarked = (text: string) => text.replaceAll(marks.from, '').replaceAll(marks.to, '');

const options = `StartSel=${marks.from}, StopSel=${marks.to}, HighlightAll=true`;

/**
 * Headlines, decisions and events with all the words that somebody searched for, the latest week first. By the rules of
 * English, by which words are found in all their forms; words of other languages are found as they are written.
 * Events are of the week in which they began.
 */
export async function selectFound(db: Db, search: string, limit: number): Promise<Found[]> {
	const found = await rows<Found>(
		db,
		sql`
			with asked as (select websearch_to_tsquery('english', ${unmarked(search)}) as query),
			told as (
				select 'headline' as kind, week, text, person.name as about
				from headline
				join person on person.id = written_by
				union all
				select 'decision', week, concat_ws(' · ', what, why, expected, for_customers, outcome), person.name
				from decision
				join person on person.id = owner_id
				union all
				select 'event', to_char(from_day, 'IYYY-"W"IW'), kind || ': ' || what, person.name
				from event
				join person on person.id = added_by
			)
			select kind, week, about,
				ts_headline('english', translate(text, ${marks.from + marks.to}, ''), query, ${options}) as text
			from told, asked
			where to_tsvector('english', text) @@ query
			order by week desc, kind, text
			limit ${limit}
		`
	);
	return found;
}
