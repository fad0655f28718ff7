import type { Person } from '#domain/auth/person.ts';
import type { Organisation } from '#domain/scope/organisation.ts';
import type { Db } from '#platform/db/connect.ts';

declare global {
	namespace App {
		interface Locals {
			db: Db;
			/** Where imported files are kept. */
			dataDir: string;
			organisation: Organisation;
			/** Who asks; null: nobody we know. */
			person: Person | null;
			sessionId: string | null;
		}
	}
}
