import { readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { startSession } from '#domain/auth/server.ts';
import { whatIsKnown, workOutAfterRefresh } from '#domain/money/server.ts';
import { weekOf } from '#domain/scope/week.ts';
import type { Db } from '#platform/db/connect.ts';
import { startProduct } from '#tests/e2e/server.ts';
import { givenPerson } from '#tests/factories/people.ts';
import { askingAs } from './asker.ts';
import type { Asker } from './asker.ts';
import { timed } from './measure.ts';

/** A start’s own work beside takes half a minute once nobody asks; how quick pages are within it is another question. */
const startsBesideMs = 40_000;

/** The running product and somebody who is signed in. */
export type Product = {
	startedInMs: number;
	/** The last week with answers. */
	week: string;
	/** Milliseconds until the whole page was there. */
	ask: Asker['ask'];
	/** A page, and the modules that the server names for the browser to fetch at once. */
	read(path: string): Promise<{ text: string; preloads: string }>;
	/** Most memory that the server has ever had, in MB; null where the system does not say. */
	peakMemory(): Promise<number | null>;
	stop(): Promise<unknown>;
};

export async function runningProduct(db: Db, dataDir: string): Promise<Product> {
	// Or the product would do it beside as soon as it runs, and on two processors pages would be half as quick meanwhile.
	await workOutAfterRefresh(db, { now: () => new Date() });
	// As the database does by itself within minutes of so much writing.
	await db.execute('vacuum analyze');
	const { ms, result: server } = await timed(() => startProduct({ dataDir }));
	if (!server.output().includes('Ctrl-C stops')) throw new Error(`the product did not start:\n${server.output()}`);

	// Days are sealed, and the latest week is read ahead.
	await pause(startsBesideMs);
	const known = await whatIsKnown(db);
	const person = await givenPerson(db, { role: 'executive', email: `bench-${Date.now()}@example.com` });
	const { token } = await startSession(db, person.id);
	const cookie = `session=${token}`;
	const asker = askingAs({ address: server.address, cookie });
	return {
		startedInMs: ms,
		week: weekOf(known!.answersThrough!),
		ask: asker.ask,
		read: async (path) => {
			const response = await fetch(server.address + path, { headers: { cookie } });
			return { text: await response.text(), preloads: response.headers.get('link') ?? '' };
		},
		peakMemory: () => peakMemoryOf(server.process.pid!),
		stop: async () => {
			await asker.stop();
			await server.stop();
		}
	};
}

/** Most memory that a process has ever had, in MB. Linux alone tells of another process. */
export async function peakMemoryOf(pid: number): Promise<number | null> {
	const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
	const kilobytes = /VmHWM:\s+(\d+) kB/.exec(status)?.[1];
	return kilobytes ? Number(kilobytes) / 1024 : null;
}
