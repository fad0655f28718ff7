import type { Db } from '#platform/db/connect.ts';
import type { Person } from '../auth/person.ts';
import { can } from '../auth/roles.ts';
import { audit } from '../auth/server.ts';
import { Refusal } from '../refusal.ts';
import { refuseClosed } from './closed.server.ts';
import { deleteAttendee, insertGuest, insertPerson } from './queries/attendance.server.ts';
import { selectOwners } from './queries/decisions.server.ts';

export { selectAttendees as attendeesOf } from './queries/attendance.server.ts';

type By = { by: Person; now: Date };

/**
 * Notes that somebody with an account is in the week's meeting, or is not after all. Said twice it is the same, so that
 * two who note at once lose nothing.
 */
export async function noteAttendance(
	db: Db,
	{ week, personId, isThere }: { week: string; personId: number; isThere: boolean },
	{ by, now }: By
): Promise<void> {
	// Everybody says of themselves that they are there.
	if (personId !== by.id || !can(by, 'discuss')) refuseReaders(by);
	if (isThere && !(await selectOwners(db)).some(({ id }) => id === personId))
		throw new Refusal('invalid', 'Only somebody who can sign in is noted so. Write down others by name.');
	await inOpenWeek(db, week, async (tx) => {
		if (isThere) await insertPerson(tx, { week, personId }, { by: by.id, at: now });
		else await deleteAttendee(tx, { week, personId });
		await audit(
			tx,
			by,
			isThere ? 'noted who is there' : 'took somebody off who was there',
			`${week}: person ${personId}`
		);
	});
}

/** Notes somebody without an account by name. */
export async function noteGuest(
	db: Db,
	{ week, guest }: { week: string; guest: string },
	{ by, now }: By
): Promise<void> {
	refuseReaders(by);
	await inOpenWeek(db, week, async (tx) => {
		if (!(await insertGuest(tx, { week, guest }, { by: by.id, at: now })))
			throw new Refusal('conflict', `${guest} is noted already.`);
		await audit(tx, by, 'noted who is there', `${week}: a guest`);
	});
}

export async function takeGuestOff(db: Db, { week, id }: { week: string; id: number }, { by }: By): Promise<void> {
	refuseReaders(by);
	await inOpenWeek(db, week, async (tx) => {
		await deleteAttendee(tx, { week, id });
		await audit(tx, by, 'took somebody off who was there', `${week}: a guest`);
	});
}

const inOpenWeek = (db: Db, week: string, note: (tx: Db) => Promise<void>): Promise<void> =>
	db.transaction(async (tx) => {
		await refuseClosed(tx, week, 'who was there stays');
		await note(tx);
	});

function refuseReaders(by: Person): void {
	if (!can(by, 'write')) throw new Refusal('not-allowed', 'The chief customer officer notes who is there.');
}
