import { sql } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';
import { row, rows } from '#platform/db/rows.ts';
import type { Done } from '../since.ts';

/** Told apart from other advisory locks by its first key. */
const weekLock = 52;

export type EditionRow = { closedAt: Date; closedBy: string | null; shape: number; contents: string };

/** One at a time for each week, until the transaction ends. */
export const lockWeek = (db: Db, week: string) =>
	db.execute(sql`select pg_advisory_xact_lock(${weekLock}, hashtext(${week}))`);

export const selectEdition = async (db: Db, week: string): Promise<EditionRow | null> =>
	(
		await rows<EditionRow>(
			db,
			sql`
				select closed_at as "closedAt", person.name as "closedBy", shape, contents
				from edition
				left join person on person.id = closed_by
				where week = ${week}
			`
		)
	)[0] ?? null;

/** Keeps an edition; false when the week has one already. */
export const insertEdition = async (
	db: Db,
	{
		week,
		closedAt,
		closedBy,
		shape,
		contents
	}: { week: string; closedAt: Date; closedBy: number | null; shape: number; contents: string }
): Promise<boolean> =>
	(
		await rows(
			db,
			sql`
				insert into edition (week, closed_at, closed_by, shape, contents)
				values (${week}, ${closedAt.toISOString()}, ${closedBy}, ${shape}, ${contents})
				on conflict do nothing
				returning week
			`
		)
	).length === 1;

/** Ids of the answers with words that were written on some days of the organisation's. */
export const selectWordsOf = async (
	db: Db,
	{ from, to, zone }: { from: string; to: string; zone: string }
): Promise<number[]> =>
	(
		await row<{ ids: number[] }>(
			db,
			sql`
				select coalesce(array_agg(id::int8 order by id), '{}') as "ids"
				from response
				where (comment is not null or title is not null)
				  and responded_at >= ${from}::date::timestamp at time zone ${zone}
				  and responded_at < (${to}::date + 1)::timestamp at time zone ${zone}
			`
		)
	).ids.map(Number);

/**
 * What was done since a week was closed that can move a figure of it, the latest first. By the order in which the log
 * was written: an import that began before the closing and ended after it is timed before, and yet not in the edition.
 */
export const selectWhatWasDone = (
	db: Db,
	{ week, closedAt }: { week: string; closedAt: Date },
	{ actions, limit }: { actions: readonly string[]; limit: number }
) =>
	rows<Done>(
		db,
		sql`
			select at, action, subject, person.name as "by", detail
			from audit_entry
			left join person on person.id = person_id
			where audit_entry.id > coalesce(
					(select max(id) from audit_entry where action = 'closed a review' and subject = ${week}),
					(select max(id) from audit_entry where at <= ${closedAt.toISOString()}),
					0
				)
			  and action in ${actions}
			order by audit_entry.id desc
			limit ${limit}
		`
	);

export const selectClosedWeeks = (db: Db) =>
	rows<{ week: string; closedAt: Date; headline: string | null }>(
		db,
		sql`
			select edition.week, closed_at as "closedAt", headline.text as "headline"
			from edition
			left join headline using (week)
			order by edition.week desc
		`
	);

/** The day on which this installation began, in the organisation's zone; null: it has not. */
export const selectFirstDay = async (db: Db, zone: string): Promise<string | null> =>
	(
		await rows<{ day: string }>(
			db,
			sql`select (created_at at time zone ${zone})::date::text as "day" from organisation`
		)
	)[0]?.day ?? null;
