import { sql } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';
import { rows } from '#platform/db/rows.ts';
import type { Attendee } from '../attendance.ts';

type By = { by: number; at: Date };

/** Who is in a week's meeting: those with an account first, by name. */
export const selectAttendees = (db: Db, week: string) =>
	rows<Attendee>(
		db,
		sql`
			select attendee.id, person_id as "personId", coalesce(person.name, guest) as "name"
			from attendee
			left join person on person.id = person_id
			where week = ${week}
			order by person_id is null, 3, attendee.id
		`
	);

export const insertPerson = (db: Db, { week, personId }: { week: string; personId: number }, { by, at }: By) =>
	db.execute(sql`
		insert into attendee (week, person_id, noted_by, noted_at)
		values (${week}, ${personId}, ${by}, ${at.toISOString()})
		on conflict do nothing
	`);

/** False: a guest of that name is noted already. */
export const insertGuest = async (
	db: Db,
	{ week, guest }: { week: string; guest: string },
	{ by, at }: By
): Promise<boolean> =>
	(
		await rows(
			db,
			sql`
				insert into attendee (week, guest, noted_by, noted_at)
				select ${week}::text, ${guest}::text, ${by}::int, ${at.toISOString()}::timestamptz
				where not exists (select from attendee where week = ${week} and lower(guest) = lower(${guest}))
				returning id
			`
		)
	).length === 1;

/** Takes off somebody with an account, or a guest by their number. */
export const deleteAttendee = (db: Db, { week, ...who }: { week: string } & ({ personId: number } | { id: number })) =>
	db.execute(sql`
		delete from attendee
		where week = ${week}
		  and ${'personId' in who ? sql`person_id = ${who.personId}` : sql`id = ${who.id} and guest is not null`}
	`);
