import { sql } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';
import { row, rows } from '#platform/db/rows.ts';
import type { NewAlert } from '../alert.ts';
import type { Side } from '../watched.ts';

/** Told apart from other advisory locks by its first key. */
const watchLock = 54;

/** Holds the watching until the transaction ends; false when another worker is at it. */
export const lockWatch = async (db: Db): Promise<boolean> =>
	(await row<{ locked: boolean }>(db, sql`select pg_try_advisory_xact_lock(${watchLock}, 0) as "locked"`)).locked;

export type Look = { at: Date; version: string; week: string; looks: number; signals: number };

/** The latest look at these data; null: there was none. */
export const selectLastLook = async (db: Db, ofDemo: string): Promise<Look | null> =>
	(
		await rows<Look>(
			db,
			sql`
				select at, version, week, looks, signals from alert_look where of_demo = ${ofDemo} order by id desc limit 1
			`
		)
	)[0] ?? null;

export const insertLook = (db: Db, ofDemo: string, { at, version, week, looks, signals }: Look) =>
	db.execute(sql`
		insert into alert_look (of_demo, at, version, week, looks, signals)
		values (${ofDemo}, ${at.toISOString()}, ${version}, ${week}, ${looks}, ${signals})
	`);

export const selectSides = async (db: Db, ofDemo: string): Promise<Map<string, Side>> =>
	new Map(
		(
			await rows<{ subject: string; side: Side }>(
				db,
				sql`select subject, side from watched_figure where of_demo = ${ofDemo}`
			)
		).map(({ subject, side }) => [subject, side])
	);

export const saveSides = (db: Db, ofDemo: string, sides: ReadonlyMap<string, Side>, week: string) =>
	db.execute(sql`
		insert into watched_figure (of_demo, subject, side, week)
		select ${ofDemo}, subject, side, ${week}
		from jsonb_to_recordset(${JSON.stringify([...sides].map(([subject, side]) => ({ subject, side })))}::jsonb)
			as seen(subject text, side smallint)
		on conflict (of_demo, subject) do update set side = excluded.side, week = excluded.week
	`);

/** Writes alerts down, each thing once, ever. Says which are new. `known`: it was so when watching began. */
export const insertAlerts = (
	db: Db,
	alerts: readonly NewAlert[],
	{ ofDemo, known, now }: { ofDemo: string; known: boolean; now: Date }
) =>
	rows<{ id: number; kind: NewAlert['kind']; facts: string }>(
		db,
		sql`
			insert into alert (
				of_demo, kind, subject, period, raised_at, known, facts, customer_id, response_id, follow_up_id, words
			)
			select ${ofDemo}, kind, subject, period, ${now.toISOString()}, ${known}, facts, "customerId", "responseId",
				"followUpId", words
			from jsonb_to_recordset(${JSON.stringify(alerts.map(({ facts, ...one }) => ({ ...one, facts: JSON.stringify(facts) })))}::jsonb)
				as found(
					kind text, subject text, period text, facts text, "customerId" int, "responseId" int8, "followUpId" int,
					words text
				)
			on conflict do nothing
			returning id, kind, facts
		`
	);

/** Who is to be told of what was raised; twice is once. */
export const insertTellings = (db: Db, tellings: readonly { alertId: number; personId: number }[]) =>
	db.execute(sql`
		insert into alert_telling (alert_id, person_id, state)
		select "alertId", "personId", 'held'
		from jsonb_to_recordset(${JSON.stringify(tellings)}::jsonb) as telling("alertId" int, "personId" int)
		on conflict do nothing
	`);
