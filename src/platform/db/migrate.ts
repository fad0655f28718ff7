import { sql } from 'drizzle-orm';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { migrate as apply } from 'drizzle-orm/postgres-js/migrator';
import { fileURLToPath } from 'node:url';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { Problem } from '../problem.ts';
import type { Db } from './connect.ts';
import { connect } from './connect.ts';
import { rows } from './rows.ts';

const migrationsFolder = fileURLToPath(new URL('../../../drizzle', import.meta.url));

/** Any constant does, as long as nothing else in this database locks on it. */
const migrationLock = 728_341;

export class NewerDatabase extends Problem {
	constructor() {
		super(
			'This database was migrated by a newer version of Empty Chair. Start that version, or restore a backup made before the upgrade.'
		);
	}
}

/** Brings the database at `url` up to this version. Two that start at once take turns. */
export async function migrate(url: string): Promise<void> {
	const { db, close } = connect(url, { connections: 1, name: 'empty-chair migrate' });
	try {
		await db.execute(sql`select pg_advisory_lock(${migrationLock})`);
		if (await isNewerThanWeAre(db)) throw new NewerDatabase();
		await apply(db as PostgresJsDatabase, { migrationsFolder });
	} finally {
		await close();
	}
}

async function isNewerThanWeAre(db: Db): Promise<boolean> {
	const [table] = await rows<{ exists: boolean }>(
		db,
		sql`select to_regclass('drizzle.__drizzle_migrations') is not null as "exists"`
	);
	if (!table?.exists) return false;

	const ours = new Set(readMigrationFiles({ migrationsFolder }).map(({ hash }) => hash));
	const applied = await rows<{ hash: string }>(db, sql`select hash from drizzle.__drizzle_migrations`);
	return applied.some(({ hash }) => !ours.has(hash));
}
