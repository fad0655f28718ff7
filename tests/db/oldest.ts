import { existsSync } from 'node:fs';
import type { Binaries } from '#platform/db/embedded/embedded.ts';

const folder = '/usr/lib/postgresql/15';

/** PostgreSQL 15 as Debian installs it, or null. */
export const oldestSupported: Binaries | null = existsSync(`${folder}/bin/postgres`)
	? { folder, version: 'debian-15' }
	: null;
