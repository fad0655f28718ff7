import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import type { Binaries } from '#platform/db/embedded/embedded.ts';
import { embeddedDatabase } from '#platform/db/embedded/embedded.ts';
import { provideTemplate } from './template.ts';

/** What the tests write is thrown away, so it need not survive a power cut. */
const inAHurry = {
	fsync: 'off',
	synchronous_commit: 'off',
	full_page_writes: 'off',
	shared_buffers: '128MB',
	max_connections: '60'
};

/** A throw-away server with a migrated template; the database the product brings along, unless told otherwise. */
export async function startCluster(project: TestProject, binaries?: Binaries) {
	const dataDir = await mkdtemp(join(tmpdir(), 'empty-chair-test-'));
	// As root, PostgreSQL runs as somebody else, who has to be able to enter.
	await chmod(dataDir, 0o755);
	const server = await embeddedDatabase({ dataDir, binaries, database: 'postgres', settings: inAHurry });
	await provideTemplate(project, server.url);

	return async () => {
		await server.leave();
		// A server that was slow to stop may still be writing.
		await rm(dataDir, { recursive: true, force: true, maxRetries: 10 });
	};
}

export default (project: TestProject) => startCluster(project);
