import type { Db } from '#platform/db/connect.ts';
import type { Person } from './person.ts';
import { insertAuditEntry } from './queries.server.ts';
import { replaceFeedToken, revokeFeedToken, selectFeedHolder, selectFeedToken } from './queries/feed-tokens.server.ts';
import { hashOfToken, newToken } from './secrets.server.ts';

type By = { by: Person; now: Date };

/** When somebody's feed address was made and last used; null: they have none. */
export const feedTokenOf = (db: Db, person: Pick<Person, 'id'>) => selectFeedToken(db, person.id);

/** Makes somebody's secret for feed readers, and withdraws the one before. It is shown this once. */
export const makeFeedToken = (db: Db, { by, now }: By): Promise<string> =>
	db.transaction(async (tx) => {
		const token = newToken();
		await replaceFeedToken(tx, { personId: by.id, hash: hashOfToken(token), at: now });
		await insertAuditEntry(tx, { personId: by.id, action: 'made a feed address', subject: by.email });
		return token;
	});

export const withdrawFeedToken = (db: Db, { by, now }: By): Promise<void> =>
	db.transaction(async (tx) => {
		await revokeFeedToken(tx, by.id, now);
		await insertAuditEntry(tx, { personId: by.id, action: 'withdrew a feed address', subject: by.email });
	});

export const holderOfFeedToken = (db: Db, token: string, now: Date): Promise<Person | null> =>
	selectFeedHolder(db, hashOfToken(token), now);
