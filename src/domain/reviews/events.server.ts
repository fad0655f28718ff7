import type { Db } from '#platform/db/connect.ts';
import type { Person } from '../auth/person.ts';
import { audit } from '../auth/server.ts';
import { Refusal } from '../refusal.ts';
import type { CompanyEvent } from './event.ts';
import { insertEvent } from './queries/events.server.ts';

export { selectEvents as eventsIn } from './queries/events.server.ts';

/** Notes what happened. Whoever is in the room may. */
export async function addEvent(
	db: Db,
	happened: Omit<CompanyEvent, 'id' | 'addedBy'>,
	{ by, now }: { by: Person; now: Date }
): Promise<void> {
	if (happened.toDay < happened.fromDay) throw new Refusal('invalid', 'It cannot have ended before it began.');
	await db.transaction(async (tx) => {
		await insertEvent(tx, happened, { by: by.id, at: now });
		await audit(tx, by, 'noted an event', `${happened.kind}, ${happened.fromDay}`);
	});
}
