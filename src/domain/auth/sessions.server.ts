import { DrizzlePostgreSQLAdapter } from '@lucia-auth/adapter-drizzle';
import { Lucia, TimeSpan } from 'lucia';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import type { Db } from '#platform/db/connect.ts';
import type { Person } from './person.ts';
import type { Role } from './roles.ts';
import { hashOfToken, newToken } from './secrets.server.ts';
import { person, session } from './tables.server.ts';

declare module 'lucia' {
	interface Register {
		Lucia: ReturnType<typeof luciaOn>;
		UserId: number;
		DatabaseUserAttributes: { name: string; email: string; role: Role; disabledAt: Date | null };
	}
}

/** Signed out after this long without a visit; each visit in the second half of it starts it anew. */
const staySignedIn = new TimeSpan(14, 'd');

const luciaOn = (db: Db) =>
	new Lucia(new DrizzlePostgreSQLAdapter(db as unknown as PgDatabase<PgQueryResultHKT>, session, person), {
		sessionExpiresIn: staySignedIn,
		getUserAttributes: ({ name, email, role, disabledAt }) => ({ name, email, role, disabledAt })
	});

export type SignedIn = { person: Person; sessionId: string; expiresAt: Date; extended: boolean };

/** Starts a session. The cookie carries the token; the table only ever sees its hash. */
export async function startSession(db: Db, personId: number): Promise<{ token: string; expiresAt: Date }> {
	const token = newToken();
	const { expiresAt } = await luciaOn(db).createSession(personId, {}, { sessionId: hashOfToken(token) });
	return { token, expiresAt };
}

/** Who holds this token; null when it is unknown, has expired, or its person may no longer come in. */
export async function whoHolds(db: Db, token: string): Promise<SignedIn | null> {
	const { session, user } = await luciaOn(db).validateSession(hashOfToken(token));
	if (!session || user.disabledAt) return null;

	const { id, name, email, role } = user;
	return {
		person: { id, name, email, role },
		sessionId: session.id,
		expiresAt: session.expiresAt,
		extended: session.fresh
	};
}

export const endSession = (db: Db, sessionId: string) => luciaOn(db).invalidateSession(sessionId);
export const endAllSessions = (db: Db, personId: number) => luciaOn(db).invalidateUserSessions(personId);
export const forgetExpiredSessions = (db: Db) => luciaOn(db).deleteExpiredSessions();
