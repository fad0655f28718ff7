import type { Db } from '#platform/db/connect.ts';
import type { Person } from './person.ts';
import { insertAuditEntry, insertToken, revokeToken, selectTokenHolder } from './queries.server.ts';
import type { TokenScope } from './roles.ts';
import { hashOfToken, newToken } from './secrets.server.ts';

/** Makes a token for a program. Within its scopes it may do what its maker may, and it is shown this once. */
export async function makeToken(
	db: Db,
	{ name, scopes = ['read'], by }: { name: string; scopes?: readonly TokenScope[]; by: Person }
): Promise<string> {
	const token = `ec_${newToken()}`;
	await insertToken(db, { name, hash: hashOfToken(token), scopes, createdBy: by.id });
	await insertAuditEntry(db, {
		personId: by.id,
		action: 'made an API token',
		subject: `${name}: ${scopes.join(', ')}`
	});
	return token;
}

export async function withdrawToken(db: Db, { id, by, now }: { id: number; by: Person; now: Date }) {
	await revokeToken(db, id, now);
	await insertAuditEntry(db, { personId: by.id, action: 'withdrew an API token', subject: String(id) });
}

export const holderOfToken = (db: Db, token: string, now: Date) => selectTokenHolder(db, hashOfToken(token), now);
