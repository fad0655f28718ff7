import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { buildIfNeeded } from '#commands/build.ts';
import { embeddedDatabase } from '#platform/db/embedded/embedded.ts';
import { startProduct } from './server.ts';

declare module 'vitest' {
	interface ProvidedContext {
		/** Where the product answers, and where its database is. */
		address: string;
		database: string;
		dataDir: string;
		setupLink: string;
	}
}

/** Starts the product once for all mornings, from nothing, as somebody would on their first day. */
export default async function (project: TestProject) {
	await buildIfNeeded(() => {});
	const dataDir = await mkdtemp(join(tmpdir(), 'empty-chair-morning-'));
	await chmod(dataDir, 0o755);
	const product = await startProduct({ dataDir });
	const setupLink = /http:\S+\/setup\/\S+/.exec(product.output())?.[0];
	if (!setupLink) throw new Error(`The product did not start:\n${product.output()}`);
	const database = await embeddedDatabase({ dataDir });

	project.provide('address', product.address);
	project.provide('database', database.url);
	project.provide('dataDir', dataDir);
	project.provide('setupLink', setupLink);

	return async () => {
		await database.leave();
		if (product.process.exitCode !== null) console.error(`The product ended by itself:\n${product.output()}`);
		await product.stop();
		await rm(dataDir, { recursive: true, force: true });
	};
}
