import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';
import { addToAskedCells, dropEmptyAskedCells, emptyAsked, readInvitations } from './refresh-asked.server.ts';
import {
	addToRepeatedAnswerCells,
	dropEmptyRepeatedAnswerCells,
	emptyRepeatedAnswers
} from './refresh-repeated.server.ts';
import {
	addToRepeatedInvitationCells,
	dropEmptyRepeatedInvitationCells,
	emptyRepeatedInvitations
} from './refresh-repeated-asked.server.ts';

/** In place of a score, where there are only words. */
export const withoutScore = -1;

/*
 * Brings what this concept keeps up to date for the customers in the temporary list `touched_said`: first their part is
 * taken out of the cells, then their answers are read anew, then their part is put back.
 */

export const takeOutOfLoyaltyCells = (db: Db) => addToLoyaltyCells(db, -1, mergeWithKept);

/** `toNothing`: the cells are empty, so that nothing there has to be looked for. */
export const putIntoLoyaltyCells = (db: Db, { toNothing = false } = {}) =>
	addToLoyaltyCells(db, 1, toNothing ? sql`` : mergeWithKept);

const mergeWithKept = sql`
	on conflict (span, series, as_of, segment, region, plan, score) do update set answers = cell.answers + excluded.answers
`;

/** Walks each cell through the weeks in which answers come to count in it, or count no longer. */
async function addToLoyaltyCells(db: Db, sign: 1 | -1, merge: SQL) {
	await addToAskedCells(db, sign);
	await addToRepeatedAnswerCells(db, sign);
	await addToRepeatedInvitationCells(db, sign);
	await db.execute(sql`
		insert into loyalty_cell as cell (span, as_of, series, segment, region, plan, score, answers)
		with change as (
			select series, segment, region, plan, score, week, 1 as answers
			from counted_answer join touched_said using (customer_id)
			union all
			select series, segment, region, plan, score, leaves_week, -1
			from counted_answer join touched_said using (customer_id)
		),
		total as (
			select series, segment, region, plan, score, week,
				sum(sum(answers)) over walk as answers,
				lead(week) over walk        as next_week
			from change
			group by series, segment, region, plan, score, week
			window walk as (partition by series, segment, region, plan, score order by week)
		)
		select 'thirteen weeks', week + 7 * nth, series, segment, region, plan, score, ${sign}::int * answers
		from total
		cross join generate_series(0, (next_week - week) / 7 - 1) as nth
		where answers > 0
		${merge}
	`);
	await db.execute(sql`
		insert into loyalty_cell as cell (span, as_of, series, segment, region, plan, score, answers)
		select 'week', week, series, segment, region, plan, score, ${sign}::int * count(*)
		from counted_answer
		join touched_said using (customer_id)
		-- Who answers again within the week leaves it at once.
		where leaves_week > week
		group by 2, 3, 4, 5, 6, 7
		${merge}
	`);
	await db.execute(sql`
		insert into loyalty_cell as cell (span, as_of, series, segment, region, plan, score, answers)
		select 'month', month, series, segment, region, plan, score, ${sign}::int * count(*)
		from counted_answer
		join touched_said using (customer_id)
		where counts_in_month
		group by 2, 3, 4, 5, 6, 7
		${merge}
	`);
}

export async function dropEmptyLoyaltyCells(db: Db) {
	await db.execute(sql`delete from loyalty_cell where answers = 0`);
	await dropEmptyAskedCells(db);
	await dropEmptyRepeatedAnswerCells(db);
	await dropEmptyRepeatedInvitationCells(db);
}

/** Deletes rather than truncates: nobody who looks at a page has to wait for an import. */
export async function emptyLoyalty(db: Db) {
	await db.execute(sql`delete from counted_answer`);
	await db.execute(sql`delete from loyalty_cell`);
	await emptyAsked(db);
	await emptyRepeatedAnswers(db);
	await emptyRepeatedInvitations(db);
}

/**
 * Reads the touched customers' answers anew. A later answer of the same contact to the same relationship survey takes
 * an earlier one's place; somebody without a contact is the customer itself. Of answers at the same moment the one
 * received later, then the larger id counts.
 */
export async function readAnswers(db: Db, zone: string) {
	await readInvitations(db, zone);
	await db.execute(
		sql`delete from counted_answer using touched_said touched where counted_answer.customer_id = touched.customer_id`
	);
	await db.execute(sql`
		insert into counted_answer
			(customer_id, response_id, series, segment, region, plan, score, week, leaves_week, month, counts_in_month)
		select
			customer_id, id, series, segment, region, plan, score, week,
			least(week + 91, case when kind = 'relationship' then next_week end),
			month,
			kind = 'transactional' or next_month is distinct from month
		from (
			select
				response.customer_id, response.id, survey.series, survey.kind, coalesce(response.score, ${withoutScore}) as score,
				coalesce(customer.segment, '') as segment,
				coalesce(customer.region, '')  as region,
				coalesce(customer.plan, '')    as plan,
				date_trunc('week',  responded_at at time zone ${zone})::date as week,
				date_trunc('month', responded_at at time zone ${zone})::date as month,
				lead(date_trunc('week',  responded_at at time zone ${zone})::date) over later as next_week,
				lead(date_trunc('month', responded_at at time zone ${zone})::date) over later as next_month
			from response
			join touched_said touched on touched.customer_id = response.customer_id
			join customer on customer.id = response.customer_id
			join survey on survey.id = response.survey_id
			window later as (
				partition by response.customer_id, survey.series, response.contact_id, response.score is null
				order by responded_at, received_at, response.id
			)
		) answer
	`);
}
