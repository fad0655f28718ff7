import { insertPerson } from '#domain/auth/queries.server.ts';
import type { Person } from '#domain/auth/person.ts';
import type { Role } from '#domain/auth/roles.ts';
import { hashOfPassword } from '#domain/auth/secrets.server.ts';
import type { Db } from '#platform/db/connect.ts';

let made = 0;

type Given = { email?: string; name?: string; role?: Role; password?: string };

/** Somebody who may sign in: an executive unless a test says otherwise. */
export async function givenPerson(db: Db, { role = 'executive', password, ...given }: Given = {}): Promise<Person> {
	const who = { email: `person-${++made}@example.com`, name: `Person ${made}`, ...given };
	const id = await insertPerson(db, { ...who, role, passwordHash: password ? await hashOfPassword(password) : 'none' });
	return { id, role, ...who };
}
