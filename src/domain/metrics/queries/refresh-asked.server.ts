import { sql } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';

/*
 * Whom we asked, and who answered, for the customers in the temporary table `touched`: taken out of the cells, read
 * anew, put back.
 */

export const addToAskedCells = (db: Db, sign: 1 | -1) =>
	db.execute(sql`
		insert into asked_cell as cell (series, week, segment, region, plan, sent, bounced, answered)
		select series, week, segment, region, plan,
			${sign}::int * sum(sent), ${sign}::int * sum(bounced), ${sign}::int * sum(answered)
		from counted_invitation
		join touched using (customer_id)
		group by 1, 2, 3, 4, 5
		on conflict (series, week, segment, region, plan) do update set
			sent     = cell.sent     + excluded.sent,
			bounced  = cell.bounced  + excluded.bounced,
			answered = cell.answered + excluded.answered
	`);

/** An invitation is answered by a score that refers to it; words alone do not count. */
export async function readInvitations(db: Db, zone: string) {
	await db.execute(
		sql`delete from counted_invitation using touched where counted_invitation.customer_id = touched.customer_id`
	);
	await db.execute(sql`
		insert into counted_invitation (customer_id, series, week, segment, region, plan, sent, bounced, answered)
		with asked as (
			select invitation.customer_id, survey.series, invitation.source_id, source_invitation_id, bounced_at is not null as has_bounced,
				date_trunc('week', sent_at at time zone ${zone})::date as week
			from invitation
			join touched on touched.customer_id = invitation.customer_id
			join survey on survey.id = invitation.survey_id
		),
		answer as (
			select distinct response.customer_id, response.source_id, source_invitation_id
			from response
			join touched on touched.customer_id = response.customer_id
			where score is not null and source_invitation_id is not null
		)
		select asked.customer_id, series, week, coalesce(segment, ''), coalesce(region, ''), coalesce(plan, ''),
			count(*), count(*) filter (where has_bounced),
			count(*) filter (where not has_bounced and answer.customer_id is not null)
		from asked
		join customer on customer.id = asked.customer_id
		left join answer
			on  answer.customer_id = asked.customer_id
			and answer.source_id = asked.source_id
			and answer.source_invitation_id = asked.source_invitation_id
		group by 1, 2, 3, 4, 5, 6
	`);
}

export const dropEmptyAskedCells = (db: Db) => db.execute(sql`delete from asked_cell where sent = 0`);

export async function emptyAsked(db: Db) {
	await db.execute(sql`delete from counted_invitation`);
	await db.execute(sql`delete from asked_cell`);
}
