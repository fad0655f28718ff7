import { sql } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';
import { rows } from '#platform/db/rows.ts';
import type { Instead, StaffText } from '../../voice/keeping/staff-words.ts';

/** Everything that was written to bets, earlier wordings included. */
export const selectWrittenInBets = (db: Db) =>
	rows<StaffText>(
		db,
		sql`
			select distinct text, 'Bet ' || bet_id as place, false as "atThem"
			from (
				select bet_id, hypothesis as text from bet_version
				union all
				select bet_id, why from bet_stop
				union all
				select bet_id, unnest(whys) from bet_whys
			) said
			where text <> ''
		`
	);

/** Puts other texts in the place of some, wherever they stand. The database lets only an erasure do that. */
export async function replaceInBets(db: Db, texts: readonly Instead[]): Promise<void> {
	const said = sql`jsonb_to_recordset(${JSON.stringify(texts)}::jsonb) as said (before text, after text)`;
	await db.execute(sql`
		update bet_version set hypothesis = said.after from ${said} where hypothesis = said.before
	`);
	await db.execute(sql`update bet_stop set why = said.after from ${said} where why = said.before`);
	await db.execute(sql`
		update bet_whys set whys = (
			select array_agg(coalesce(said.after, why) order by place)
			from unnest(whys) with ordinality as was (why, place)
			left join ${said} on said.before = why
		)
		where whys && array(select before from ${said})
	`);
}
