import { sql } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';
import { rows } from '#platform/db/rows.ts';
import type { About, Instead, StaffText } from '../../voice/keeping/staff-words.ts';

const numbers = (some: readonly number[]) => `{${some.join(',')}}`;
const populations = (customers: readonly number[]) => `{${customers.map((id) => `customer=${id}`).join(',')}}`;

/** Insights in which words of theirs are pinned, or were. */
const pinnedIn = ({ answers }: Pick<About, 'answers'>) =>
	sql`(select insight_id from insight_comment where response_id = any(${numbers(answers)}::bigint[]))`;

/** Marks on the charts of certain customers. */
const markedAt = (customers: readonly number[]) =>
	sql`(select id from mark where population = any(${populations(customers)}::text[]))`;

/** Everything that was written to marks and insights, earlier wordings included, and the copies that mentions keep. */
export const selectWrittenInInsights = (db: Db, about: About) =>
	rows<StaffText>(
		db,
		sql`
			with marked as ${markedAt(about.customers)}, pinned as ${pinnedIn(about)}
			select distinct text, place, "atThem"
			from (
				select text, 'Mark ' || mark_id as place, mark_id in (select id from marked) as "atThem" from mark_text
				union all
				select text, 'Mark ' || mark_id, mark_id in (select id from marked) from mark_reply
				union all
				select said, 'Insight ' || insight_id, insight_id in (select insight_id from pinned)
				from insight_version
				cross join lateral (values (claim), (end_text), (words)) parts (said)
				union all
				select text, 'Insight ' || insight_id, insight_id in (select insight_id from pinned) from insight_reply
				union all
				select text, initcap(kind) || ' ' || subject_id, case kind
					when 'mark' then subject_id in (select id from marked)
					when 'insight' then subject_id in (select insight_id from pinned)
					else false
				end
				from mention
			) said
			where text <> ''
		`
	);

const insteadOf = (texts: readonly Instead[]) =>
	sql`jsonb_to_recordset(${JSON.stringify(texts)}::jsonb) as said (before text, after text)`;

/** Puts other texts in the place of some, wherever they stand. The database lets only an erasure do that. */
export async function replaceInInsights(db: Db, texts: readonly Instead[]): Promise<void> {
	for (const [table, column] of [
		['mark_text', 'text'],
		['mark_reply', 'text'],
		['insight_version', 'claim'],
		['insight_version', 'end_text'],
		['insight_version', 'words'],
		['insight_reply', 'text'],
		['mention', 'text']
	] as const)
		await db.execute(sql`
			update ${sql.identifier(table)} written set ${sql.identifier(column)} = said.after
			from ${insteadOf(texts)}
			where written.${sql.identifier(column)} = said.before
		`);
}

/** Takes everything that was written on a customer's own chart; how many texts that were. */
export async function takeAllAt(db: Db, customer: number, gap: string): Promise<number> {
	const marked = markedAt([customer]);
	const isThere = sql`text <> '' and text <> ${gap}`;
	const taken = await Promise.all([
		rows(db, sql`update mark_text set text = ${gap} where mark_id in ${marked} and ${isThere} returning mark_id`),
		rows(db, sql`update mark_reply set text = ${gap} where mark_id in ${marked} and ${isThere} returning id`),
		rows(
			db,
			sql`update mention set text = ${gap} where kind = 'mark' and subject_id in ${marked} and ${isThere} returning id`
		)
	]);
	// A mention repeats what the mark says: it is no further text.
	return taken[0].length + taken[1].length;
}
