import { sql } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';

/*
 * Whom we asked, and who answered, for the customers in the temporary list `touched_said`: taken out of the cells, read
 * anew, put back.
 */

export const addToAskedCells = (db: Db, sign: 1 | -1) =>
	db.execute(sql`
		insert into asked_cell as cell (series, week, segment, region, plan, sent, bounced, answered)
		select series, week, segment, region, plan,
			${sign}::int * sum(sent), ${sign}::int * sum(bounced), ${sign}::int * sum(answered)
		from counted_invitation
		join touched_said using (customer_id)
		group by 1, 2, 3, 4, 5
		on conflict (series, week, segment, region, plan) do update set
			sent     = cell.sent     + excluded.sent,
			bounced  = cell.bounced  + excluded.bounced,
			answered = cell.answered + excluded.answered
	`);

/** An invitation is answered by a score that refers to it; words alone do not count. */
export async function readInvitations(db: Db, zone: string) {
	await db.execute(
		sql`delete from counted_invitation using touched_said touched where counted_invitation.customer_id = touched.customer_id`
	);
	await db.execute(sql`
		insert into counted_invitation (customer_id, series, week, segment, region, plan, sent, bounced, answered)
		select asked.customer_id, series, week, coalesce(segment, ''), coalesce(region, ''), coalesce(plan, ''),
			count(*), count(*) filter (where bounced_at is not null),
			count(*) filter (where bounced_at is null and is_answered)
		from (
			select invitation.customer_id, survey.series, bounced_at,
				date_trunc('week', sent_at at time zone ${zone})::date as week,
				exists (
					select from response
					where response.customer_id = invitation.customer_id
					  and response.source_id = invitation.source_id
					  and response.source_invitation_id = invitation.source_invitation_id
					  and score is not null
				) as is_answered
			from invitation
			join touched_said touched on touched.customer_id = invitation.customer_id
			join survey on survey.id = invitation.survey_id
		) asked
		join customer on customer.id = asked.customer_id
		group by 1, 2, 3, 4, 5, 6
	`);
}

export const dropEmptyAskedCells = (db: Db) => db.execute(sql`delete from asked_cell where sent = 0`);

export async function emptyAsked(db: Db) {
	await db.execute(sql`delete from counted_invitation`);
	await db.execute(sql`delete from asked_cell`);
}
