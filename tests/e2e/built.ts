import { execFile } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';
import { sql } from 'drizzle-orm';
import type { TestProject } from 'vitest/node';
import { connect } from '#platform/db/connect.ts';
import { embeddedDatabase } from '#platform/db/embedded/embedded.ts';
import { row } from '#platform/db/rows.ts';
import { startProduct } from './server.ts';

/** A running product, and where its database is. */
export type Product = { address: string; database: string; dataDir: string; setupLink: string };

declare module 'vitest' {
	interface ProvidedContext {
		/** One for each worker, so that no morning meets what another has done meanwhile. */
		products: Product[];
	}
}

/** Starts the product from nothing, as somebody would on their first day, and as often as there are workers. */
export default async function (project: TestProject) {
	const first = await newFolder();
	await filled(first);
	const folders = [first];
	while (folders.length < project.config.maxWorkers) {
		const copy = await newFolder();
		// Unlike Node's, this copy keeps the owner: a database that root starts belongs to somebody else.
		await promisify(execFile)('cp', ['-a', `${first}/.`, copy]);
		folders.push(copy);
	}

	const running = await Promise.all(folders.map(startIn));
	project.provide(
		'products',
		running.map(({ product }) => product)
	);
	return () => Promise.all(running.map(({ stop }) => stop())).then(() => {});
}

/**
 * The made-up company, with all that is worked out about it beside the serving: once, for every product. A quarter of
 * its usual size: every page looks the same, and is there in a quarter of the time.
 */
async function filled(dataDir: string): Promise<void> {
	const started = await startProduct({ dataDir, env: { DEMO_CUSTOMERS: '3000' } });
	const database = await embeddedDatabase({ dataDir });
	const { db, close } = connect(database.url, { connections: 1 });
	const isWorkedOut = sql`
		select exists (select from valuation) and (select count(*) from kept_price) > (
			select count(distinct segment) + count(distinct region) + count(distinct plan) from customer_standing
		) as "is"
	`;
	const until = Date.now() + 300_000;
	while (!(await row<{ is: boolean }>(db, isWorkedOut)).is) {
		if (Date.now() > until) throw new Error(`Prices and values were not worked out:\n${started.output()}`);
		await setTimeout(500);
	}
	await close();
	await database.leave();
	await started.stop();
}

async function newFolder(): Promise<string> {
	const folder = await mkdtemp(join(tmpdir(), 'empty-chair-morning-'));
	await chmod(folder, 0o755);
	return folder;
}

async function startIn(dataDir: string): Promise<{ product: Product; stop: () => Promise<void> }> {
	const started = await startProduct({ dataDir });
	const setupLink = /http:\S+\/setup\/\S+/.exec(started.output())?.[0];
	if (!setupLink) throw new Error(`The product did not start:\n${started.output()}`);
	const database = await embeddedDatabase({ dataDir });

	return {
		product: { address: started.address, database: database.url, dataDir, setupLink },
		stop: async () => {
			await database.leave();
			if (started.process.exitCode !== null) console.error(`The product ended by itself:\n${started.output()}`);
			await started.stop();
			// A database that was slow to stop may still be writing.
			await rm(dataDir, { recursive: true, force: true, maxRetries: 10 });
		}
	};
}
