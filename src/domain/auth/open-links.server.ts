import type { Db } from '#platform/db/connect.ts';
import { Refusal } from '../refusal.ts';
import type { Person } from './person.ts';
import { insertAuditEntry } from './queries.server.ts';
import { deleteOpenLink } from './queries/links.server.ts';

export { selectOpenLinks as openLinks } from './queries/links.server.ts';
export type { OpenLink } from './queries/links.server.ts';

/** Takes back an invitation, or a link for a new password, that went to the wrong address or is wanted no more. */
export const withdrawLink = (db: Db, id: string, by: Pick<Person, 'id'>): Promise<void> =>
	db.transaction(async (tx) => {
		const email = await deleteOpenLink(tx, id);
		if (email === null) throw new Refusal('not-found', 'This link was used already, or withdrawn.');
		await insertAuditEntry(tx, { personId: by.id, action: 'withdrew a link', subject: email });
	});
