import type { Db } from '#platform/db/connect.ts';
import type { Person } from '../auth/person.ts';
import { can } from '../auth/roles.ts';
import { audit } from '../auth/server.ts';
import { Refusal } from '../refusal.ts';
import { refuseClosed } from './closed.server.ts';
import { selectOwners } from './queries/decisions.server.ts';
import { upsertSeat } from './queries/seat.server.ts';

export { selectSeat as seatOf } from './queries/seat.server.ts';

/** Gives somebody the customer's seat: in this week's meeting they speak for who is not in the room. */
export async function giveSeat(
	db: Db,
	{ week, personId }: { week: string; personId: number },
	{ by, now }: { by: Person; now: Date }
): Promise<void> {
	if (!can(by, 'write')) throw new Refusal('not-allowed', 'The chief customer officer gives the seat.');
	const owner = (await selectOwners(db)).find(({ id }) => id === personId);
	if (!owner) throw new Refusal('invalid', 'The seat is for somebody who can sign in.');
	await db.transaction(async (tx) => {
		await refuseClosed(tx, week, 'who held the customer’s seat stays');
		await upsertSeat(tx, { week, personId, by: by.id, at: now });
		await audit(tx, by, 'gave the customer’s seat', `${week} to ${owner.name}`);
	});
}
