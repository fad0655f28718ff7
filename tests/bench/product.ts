import { readFile } from 'node:fs/promises';
import { Agent, get as httpGet } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { startSession } from '#domain/auth/server.ts';
import { whatIsKnown, workOutAfterRefresh } from '#domain/money/server.ts';
import { weekOf } from '#domain/scope/week.ts';
import type { Db } from '#platform/db/connect.ts';
import { startProduct } from '#tests/e2e/server.ts';
import { givenPerson } from '#tests/factories/people.ts';
import { timed } from './measure.ts';

/** A start’s own work beside takes half a minute once nobody asks; how quick pages are within it is another question. */
const startsBesideMs = 40_000;

/** What came back, and the modules that the server names for the browser to fetch at once. */
type Answer = { text: string; preloads: string };

/** The running product and somebody who is signed in. */
export type Product = {
	startedInMs: number;
	/** The last week with answers. */
	week: string;
	get(path: string): Promise<Answer>;
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
	return {
		startedInMs: ms,
		week: weekOf(known!.answersThrough!),
		get: (path) => answerOf(server.address + path, `session=${token}`),
		peakMemory: () => peakMemoryOf(server.process.pid!),
		stop: server.stop
	};
}

const kept = new Agent({ keepAlive: true });

/** As lightly as can be: what the asking takes is on the same processors, and would be told as the server's. */
async function answerOf(address: string, cookie: string): Promise<Answer> {
	const response = await new Promise<IncomingMessage>((come, fail) =>
		httpGet(address, { agent: kept, headers: { cookie } }, come).on('error', fail)
	);
	const pieces: Buffer[] = [];
	for await (const piece of response) pieces.push(piece as Buffer);
	if (response.statusCode !== 200) throw new Error(`${address} answered ${response.statusCode}`);
	return {
		get text() {
			return Buffer.concat(pieces).toString();
		},
		preloads: String(response.headers.link ?? '')
	};
}

/** Most memory that a process has ever had, in MB. Linux alone tells of another process. */
export async function peakMemoryOf(pid: number): Promise<number | null> {
	const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
	const kilobytes = /VmHWM:\s+(\d+) kB/.exec(status)?.[1];
	return kilobytes ? Number(kilobytes) / 1024 : null;
}
