import { sql } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';
import { row, rows } from '#platform/db/rows.ts';
import type { AlertKind } from '../alert.ts';

export type Held = {
	alertId: number;
	personId: number;
	kind: AlertKind;
	facts: string;
	raisedAt: Date;
	ofDemo: string;
	personDisabled: boolean;
};

/** What is still to be told to anybody, the oldest first. */
export const selectHeld = (db: Db) =>
	rows<Held>(
		db,
		sql`
			select alert_id as "alertId", person_id as "personId", kind, facts, raised_at as "raisedAt", of_demo as "ofDemo",
				disabled_at is not null as "personDisabled"
			from alert_telling
			join alert on alert.id = alert_id
			join person on person.id = person_id
			where state = 'held'
			order by person_id, raised_at, alert_id
		`
	);

/** Of these alerts, those that nobody has in hand and that are still to be told to this person; held until the end. */
export const lockHeld = async (db: Db, personId: number, alertIds: readonly number[]): Promise<number[]> =>
	(
		await rows<{ alertId: number }>(
			db,
			sql`
				select alert_id as "alertId" from alert_telling
				where person_id = ${personId} and state = 'held' and alert_id = any(${`{${alertIds.join(',')}}`}::int[])
				order by alert_id
				for update skip locked
			`
		)
	).map(({ alertId }) => alertId);

export const putInMail = async (
	db: Db,
	alertIds: readonly number[],
	{ personId, deliveryId, now }: { personId: number; deliveryId: number; now: Date }
): Promise<void> => {
	const { id } = await row<{ id: number }>(
		db,
		sql`
			insert into alert_mail (person_id, delivery_id, made_at) values (${personId}, ${deliveryId}, ${now.toISOString()})
			returning id
		`
	);
	await db.execute(sql`
		update alert_telling set state = 'in mail', mail_id = ${id}, settled_at = ${now.toISOString()}
		where person_id = ${personId} and state = 'held' and alert_id = any(${`{${alertIds.join(',')}}`}::int[])
	`);
};

/** Alerts that were to be told by a mail, and are not. */
export const dropFromMail = (
	db: Db,
	deliveryId: number,
	{ alertIds, why, now }: { alertIds: readonly number[]; why: string; now: Date }
) =>
	db.execute(sql`
		update alert_telling telling set state = 'not told', mail_id = null, why = ${why}, settled_at = ${now.toISOString()}
		from alert_mail mail
		where mail.id = mail_id and delivery_id = ${deliveryId} and alert_id = any(${`{${alertIds.join(',')}}`}::int[])
	`);

export const dropHeld = (db: Db, dropped: readonly { alertId: number; personId: number; why: string }[], now: Date) =>
	db.execute(sql`
		update alert_telling telling set state = 'not told', why = dropped.why, settled_at = ${now.toISOString()}
		from jsonb_to_recordset(${JSON.stringify(dropped)}::jsonb) as dropped("alertId" int, "personId" int, why text)
		where alert_id = dropped."alertId" and person_id = dropped."personId" and state = 'held'
	`);
