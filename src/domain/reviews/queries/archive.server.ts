import { sql } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';
import { rows } from '#platform/db/rows.ts';
import { marks } from '../found.ts';
import type { Found } from '../found.ts';
import type { EditionRow } from './editions.server.ts';
import { isDemoHere } from './of-demo.server.ts';

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
 * Headlines, insights, decisions, marks and events with all the words that somebody searched for, the latest week first.
 * By the rules of English, by which words are found in all their forms; words of other languages are found as they are
 * written. Events are of the week in which they began; insights and marks as they are worded now.
 */
export async function selectFound(db: Db, search: string, limit: number): Promise<Found[]> {
	const found = await rows<Found>(
		db,
		sql`
			with asked as (select websearch_to_tsquery('english', ${unmarked(search)}) as query),
			latest as (
				select distinct on (insight_id) insight_id, claim, end_decision
				from insight_version
				order by insight_id, version desc
			),
			told as (
				select 'headline' as kind, null::int as number, week, text, person.name as about
				from headline
				join person on person.id = written_by
				union all
				select 'decision', decision.id, week, concat_ws(' · ', what, why, expected, for_customers, outcome), person.name
				from decision
				join person on person.id = owner_id
				where of_demo = ${isDemoHere}
				union all
				select 'event', event.id, to_char(from_day, 'IYYY-"W"IW'), kind || ': ' || what, person.name
				from event
				join person on person.id = added_by
				where of_demo = ${isDemoHere}
				union all
				select 'insight', insight.id, week, concat_ws(' · ', claim, end_text), person.name
				from insight
				join lateral (
					select * from insight_version where insight_id = insight.id order by version desc limit 1
				) latest on true
				join person on person.id = latest.owner_id
				where of_demo = ${isDemoHere}
				union all
				select 'mark', mark.id, week, text, person.name
				from mark
				join lateral (select * from mark_text where mark_id = mark.id order by version desc limit 1) latest on true
				join person on person.id = latest.written_by
				where of_demo = ${isDemoHere}
			)
			select kind, number, week, about,
				ts_headline('english', translate(text, ${marks.from + marks.to}, ''), query, ${options}) as text,
				(
					select coalesce(json_agg(json_build_object('number', insight_id, 'claim', claim) order by insight_id), '[]')
					from latest
					where kind = 'decision' and end_decision = told.number
				) as "insights",
				(
					select json_build_object('week', decision.week, 'what', what)
					from latest
					join decision on decision.id = end_decision
					where kind = 'insight' and insight_id = told.number and of_demo = ${isDemoHere}
				) as "decision",
				(
					select json_build_object('chart', chart, 'population', population)
					from mark
					where kind = 'mark' and mark.id = told.number
				) as "mark"
			from told, asked
			where to_tsvector('english', text) @@ query
			order by told.week desc, kind, told.text
			limit ${limit}
		`
	);
	return found;
}
