import type { Db } from '#platform/db/connect.ts';
import type { Person } from '../auth/person.ts';
import { can } from '../auth/roles.ts';
import { audit } from '../auth/server.ts';
import { Refusal } from '../refusal.ts';
import { refuseClosed } from './closed.server.ts';
import { selectOwners } from './queries/decisions.server.ts';
import { selectSeat, upsertSeat } from './queries/seat.server.ts';

export { selectSeat as seatOf } from './queries/seat.server.ts';

/**
 * Gives somebody the customer's seat: in this week's meeting they speak for who is not in the room. `seen`: who held it,
 * by name, as whoever gives it saw it; null: nobody.
 *
 * @throws Refusal when somebody else has given it meanwhile, when the week is closed, or when it is not theirs to give.
 */
export async function giveSeat(
	db: Db,
	{ week, personId, seen }: { week: string; personId: number; seen: string | null },
	{ by, now }: { by: Person; now: Date }
): Promise<void> {
	if (!can(by, 'write')) throw new Refusal('not-allowed', 'The chief customer officer gives the seat.');
	const owner = (await selectOwners(db)).find(({ id }) => id === personId);
	if (!owner) throw new Refusal('invalid', 'The seat is for somebody who can sign in.');
	await db.transaction(async (tx) => {
		await refuseClosed(tx, week, 'who held the customer’s seat stays');
		const held = await selectSeat(tx, week);
		if (held !== seen && held !== owner.name)
			throw new Refusal(
				'conflict',
				`${held} has meanwhile been given the seat. Give it again to put yours in the place.`
			);
		await upsertSeat(tx, { week, personId, by: by.id, at: now });
		await audit(tx, by, 'gave the customer’s seat', `${week} to ${owner.name}`);
	});
}
