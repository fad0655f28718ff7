import { sql } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';
import { rows } from '#platform/db/rows.ts';
import { pauses } from '../delivery.ts';

const pausesInMinutes = `{${pauses.map((pause) => pause / 60_000).join(',')}}`;

/** No server answers: all that is due and in nobody's hand has had an attempt, and waits as each would by itself. */
export const deferWaiting = async (db: Db, answer: string, now: Date): Promise<void> => {
	await db.execute(sql`
		with waiting as (
			select id from snapshot_delivery
			where state in ('queued', 'deferred') and next_at <= ${now.toISOString()}
			  and (lease_until is null or lease_until < ${now.toISOString()})
			for update skip locked
		), again as (
			select id, ${now.toISOString()}::timestamptz
				+ make_interval(mins => coalesce((${pausesInMinutes}::int[])[tries + 1], ${60})) as at
			from snapshot_delivery join waiting using (id)
		), told as (
			update snapshot_delivery delivery set
				state       = case when at <= give_up_at then 'deferred' else 'failed' end,
				tries       = tries + 1,
				next_at     = at,
				answer      = case when at <= give_up_at then '' else 'Given up after ' || tries + 1 || ' attempts. ' end || ${answer}::text,
				ended_at    = case when at <= give_up_at then null else ${now.toISOString()}::timestamptz end,
				claim       = null,
				lease_until = null
			from again
			where delivery.id = again.id
			returning delivery.id, state, delivery.answer
		)
		insert into snapshot_attempt (delivery_id, number, at, outcome, answer, ended_at)
		select id, 1 + coalesce((select max(number) from snapshot_attempt where delivery_id = told.id), 0),
			${now.toISOString()}, state, answer, ${now.toISOString()}
		from told
	`);
};

/** Messages whose worker has died while they went out: nobody can know whether they arrived. Says how many. */
export const settleAbandoned = async (db: Db, now: Date): Promise<number> =>
	(
		await rows(
			db,
			sql`
				with abandoned as (
					update snapshot_delivery
					set state = 'unknown', answer = 'It was going out when the program stopped.', ended_at = ${now.toISOString()}
					where state = 'sending' and lease_until < ${now.toISOString()}
					returning id
				)
				update snapshot_attempt attempt
				set outcome = 'unknown', answer = 'It was going out when the program stopped.', ended_at = ${now.toISOString()}
				from abandoned
				where delivery_id = abandoned.id and outcome = 'sending'
				returning delivery_id
			`
		)
	).length;
