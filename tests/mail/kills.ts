import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { sql } from 'drizzle-orm';
import { build } from 'vite';
import { projectFolder } from '#commands/project.ts';
import type { Random } from '#stats/index.ts';
import type { Db } from '#platform/db/connect.ts';
import { rows } from '#platform/db/rows.ts';
import type { TestServer } from './smtp.ts';

const program = fileURLToPath(new URL('worker-process.ts', import.meta.url));

/** Native modules, and those that read their own files, stay where they are. */
const leftOut = ['@resvg/resvg-js', '@node-rs/argon2', 'nodemailer', 'pino', 'postgres', 'csv-parse', 'saxes', 'yauzl'];

/** The worker in one file, which starts in a third of a second instead of three: most of a kill would be waiting otherwise. */
async function inOneFile(): Promise<string> {
	// Where what was left out is found.
	const outDir = await mkdtemp(join(projectFolder, 'node_modules', '.cache-worker-'));
	await build({
		...{ configFile: false, logLevel: 'error', root: projectFolder },
		build: { ssr: program, outDir, emptyOutDir: false, minify: false, target: 'node22' },
		ssr: { noExternal: true, external: leftOut }
	});
	return join(outDir, 'worker-process.js');
}

/** Who has not seen a message go after so many times the fewest kills will not see one. */
const enoughInVain = 10;

type Wishes = {
	url: string;
	server: TestServer;
	random: Random;
	leaseMs: number;
	/** Workers at once. */
	workers: number;
	/** So many kills, unless the time is up; but so many at least, however slow the machine. */
	kills: number;
	withinMs: number;
	atLeast: number;
	/** Before every other kill, the workers' connections to the database are cut, as by its restart. */
	cutDatabase(): Promise<unknown>;
};

/** Runs workers and kills them at random instants, again and again. Says how many. */
export async function killingSpree(wishes: Wishes): Promise<number> {
	const { url, server, random, leaseMs, workers, withinMs } = wishes;
	const file = await inOneFile();
	const until = Date.now() + withinMs;
	const { host, port, connections } = server.address;
	const takenBefore = server.taken.length;
	let kills = 0;
	/** Workers that died before any had sent a message prove nothing; but some day even these are enough. */
	const isTooFew = () =>
		kills < wishes.atLeast || (server.taken.length === takenBefore && kills < enoughInVain * wishes.atLeast);

	const started = async (): Promise<ChildProcess> => {
		const smtp = `smtp://${host}:${port}?tls=never&connections=${connections}`;
		const child = spawn(process.execPath, [file, url, smtp, String(leaseMs)], { stdio: ['ignore', 'pipe', 'ignore'] });
		// It is no use to wait for what the dead will say.
		const isGone = once(child, 'exit').then(() => false);
		const says = () => once(child.stdout!, 'data').then(() => true);
		await Promise.race([says(), isGone]);
		// Some die while they look for what there is to do, most when they are at it, a few messages on.
		const messages = kills % 4 === 3 ? 0 : 1 + Math.floor(random() * 8);
		// Who says nothing for so long has nothing left to send; the first message waits for the lease of who died over it, and
		// for the edition to be made.
		const isAtIt = (waitMs: number) => Promise.race([says(), isGone, pause(waitMs, false)]);
		for (let message = 0; message < messages; message++)
			if (!(await isAtIt(message === 0 ? 4 * leaseMs : leaseMs))) break;
		return child;
	};
	const killed = async (child: ChildProcess) => {
		// Without its database it may have fallen by itself.
		if (child.exitCode !== null || child.signalCode !== null) return;
		const gone = once(child, 'exit');
		child.kill('SIGKILL');
		await gone;
	};
	await Promise.all(
		Array.from({ length: workers }, async () => {
			while (isTooFew() || (kills < wishes.kills && Date.now() < until)) {
				const child = await started();
				await pause(random() * 200);
				if (kills++ % 2 === 1) {
					await wishes.cutDatabase();
					await pause(random() * 200);
				}
				await killed(child);
			}
		})
	);
	await rm(dirname(file), { recursive: true, force: true });
	return kills;
}

/** Cuts every worker's connections to the database. */
export const cutWorkers = (db: Db) =>
	db.execute(sql`
		select pg_terminate_backend(pid) from pg_stat_activity
		where application_name = 'empty-chair worker' and datname = current_database()
	`);

/** What each message came to, and how many copies of it the server took. */
export async function outcomes(db: Db, server: TestServer, scheduleId: number) {
	const deliveries = await rows<{ address: string; state: string; messageId: string }>(
		db,
		sql`
			select address, state, message_id as "messageId"
			from snapshot_delivery delivery
			join snapshot_edition edition on edition.id = edition_id
			where schedule_id = ${scheduleId} and kind = 'edition'
		`
	);
	const copies = new Map<string, number>();
	for (const { messageId } of server.taken) copies.set(messageId, (copies.get(messageId) ?? 0) + 1);
	return deliveries.map((delivery) => ({ ...delivery, copies: copies.get(delivery.messageId) ?? 0 }));
}

/** Messages that went twice, or nowhere without a state that says so: there must be none. */
export const broken = <Ended extends { state: string; copies: number }>(ended: readonly Ended[]): Ended[] =>
	ended.filter(({ state, copies }) => {
		if (state === 'sent') return copies !== 1;
		if (state === 'unknown') return copies > 1;
		return state !== 'failed' || copies > 0;
	});
