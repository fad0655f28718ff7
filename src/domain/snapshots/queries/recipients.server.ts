import { sql } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';
import { rows } from '#platform/db/rows.ts';
import type { Recipient, RecipientState } from '../schedule.ts';

type RecipientRow = Omit<Recipient, 'person'> & {
	personId: number | null;
	personName: string | null;
	disabled: boolean;
};

const columns = sql`
	recipient.id, schedule_id as "scheduleId", person_id as "personId", person.name as "personName",
	person.disabled_at is not null as "disabled", coalesce(recipient.address, person.email) as "address", recipient.zone,
	recipient.state, bounces, adder.name as "addedBy", added_at as "addedAt", changed_at as "changedAt"
`;

const recipientFrom = ({ personId, personName, disabled, ...row }: RecipientRow): Recipient => ({
	...row,
	person: personId === null ? null : { id: personId, name: personName!, disabled }
});

export const selectRecipients = async (db: Db, scheduleId: number): Promise<Recipient[]> =>
	(
		await rows<RecipientRow>(
			db,
			sql`
				select ${columns}
				from snapshot_recipient recipient
				left join person on person.id = person_id
				join person adder on adder.id = added_by
				where schedule_id = ${scheduleId} and recipient.state <> 'removed'
				order by person.name nulls last, "address", recipient.id
			`
		)
	).map(recipientFrom);

export const selectRecipient = async (db: Db, id: number): Promise<Recipient | null> => {
	const [found] = await rows<RecipientRow>(
		db,
		sql`
			select ${columns}
			from snapshot_recipient recipient
			left join person on person.id = person_id
			join person adder on adder.id = added_by
			where recipient.id = ${id}
		`
	);
	return found ? recipientFrom(found) : null;
};

export type Subscription = { recipientId: number; scheduleId: number; schedule: string; state: RecipientState };

export const selectSubscriptions = (db: Db, personId: number) =>
	rows<Subscription>(
		db,
		sql`
			select recipient.id as "recipientId", schedule_id as "scheduleId", schedule.name as "schedule", recipient.state
			from snapshot_recipient recipient
			join snapshot_schedule schedule on schedule.id = schedule_id
			where person_id = ${personId} and recipient.state <> 'removed' and removed_at is null
			order by schedule.name, recipient.id
		`
	);

export const selectRecipientCounts = (db: Db) =>
	rows<{ scheduleId: number; active: number; paused: number }>(
		db,
		sql`
			select schedule_id as "scheduleId",
				count(*) filter (where state = 'active')::int as "active",
				count(*) filter (where state = 'paused')::int as "paused"
			from snapshot_recipient
			group by 1
		`
	);

type Adding = { scheduleId: number; addedBy: number; now: Date };

/** Adds people by their addresses, as an account where there is one; who is there already stays as they are. Says who is new. */
export const insertAddresses = async (
	db: Db,
	addresses: readonly string[],
	{ scheduleId, addedBy, now }: Adding
): Promise<string[]> =>
	(
		await rows<{ address: string }>(
			db,
			sql`
				with asked as (
					select distinct on (lower(asked)) asked as address, person.id as person_id
					from jsonb_array_elements_text(${JSON.stringify(addresses)}::jsonb) with ordinality as typed (asked, place)
					left join person on lower(person.email) = lower(asked)
					order by lower(asked), place
				), added as (
					insert into snapshot_recipient (schedule_id, person_id, address, state, added_by, added_at, changed_at)
					select ${scheduleId}, person_id, case when person_id is null then address end, 'active', ${addedBy},
						${now.toISOString()}, ${now.toISOString()}
					from asked
					on conflict do nothing
					returning person_id, address
				)
				select coalesce(added.address, person.email) as "address"
				from added
				left join person on person.id = added.person_id
			`
		)
	).map(({ address }) => address);

/** Brings back somebody who was removed before. Whoever has unsubscribed comes back by their own wish alone. */
export const bringBack = (db: Db, addresses: readonly string[], { scheduleId, addedBy, now }: Adding) =>
	rows<{ address: string }>(
		db,
		sql`
			update snapshot_recipient recipient
			set state = 'active', bounces = 0, added_by = ${addedBy}, changed_at = ${now.toISOString()}
			from snapshot_recipient other
			left join person on person.id = other.person_id
			where recipient.id = other.id and recipient.schedule_id = ${scheduleId} and recipient.state = 'removed'
			  and lower(coalesce(other.address, person.email)) in (
				select lower(asked) from jsonb_array_elements_text(${JSON.stringify(addresses)}::jsonb) asked
			  )
			returning coalesce(other.address, person.email) as "address"
		`
	);

export const setRecipientState = (db: Db, id: number, state: RecipientState, now: Date) =>
	db.execute(sql`
		update snapshot_recipient
		set state = ${state}, bounces = case when ${state} = 'active' then 0 else bounces end, changed_at = ${now.toISOString()}
		where id = ${id}
	`);

export const setRecipientZone = (db: Db, id: number, zone: string | null, now: Date) =>
	db.execute(sql`update snapshot_recipient set zone = ${zone}, changed_at = ${now.toISOString()} where id = ${id}`);

/** One more failure for good; after so many the address is left alone. */
export const countBounce = (db: Db, id: number, { toPause, now }: { toPause: number; now: Date }) =>
	db.execute(sql`
		update snapshot_recipient set
			bounces    = bounces + 1,
			state      = case when state = 'active' and bounces + 1 >= ${toPause} then 'paused' else state end,
			changed_at = ${now.toISOString()}
		where id = ${id}
	`);

export const forgetBounces = (db: Db, id: number) =>
	db.execute(sql`update snapshot_recipient set bounces = 0 where id = ${id} and bounces > 0`);

export const countRecipients = async (db: Db, scheduleId: number): Promise<number> =>
	(
		await rows<{ count: number }>(
			db,
			sql`
				select count(*)::int as "count" from snapshot_recipient
				where schedule_id = ${scheduleId} and state <> 'removed'
			`
		)
	)[0].count;
