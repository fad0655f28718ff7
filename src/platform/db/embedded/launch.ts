import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import type { Home } from './home.ts';
import { keepLogShort, logIn, openLog, writtenSince } from './log.ts';
import type { Patience } from './patience.ts';
import { pause } from './patience.ts';
import { notedPostmaster, noteIn } from './postmaster.ts';
import { complaintIn, EmbeddedProblem } from './problem.ts';
import type { Programs } from './programs.ts';
import { run, surroundings } from './run.ts';
import type { Settings } from './settings.ts';
import { serverArguments } from './settings.ts';

const onWindows = process.platform === 'win32';

/** Starts the server and returns when it lets people in. What passes by itself is tried again. */
export async function launch(home: Home, programs: Programs, settings: Settings, patience: Patience): Promise<void> {
	for (;;) {
		const refusal = await attempt(home, programs, settings, patience);
		if (refusal === undefined) return;

		if (remnant.test(refusal)) await rm(noteIn(home.cluster), { force: true });
		else if (!passing.test(refusal) || patience.isOver()) throw notStarted(home, refusal);
		await pause(200);
	}
}

/**
 * After a kill, until the last of the old server's processes has noticed; and a port that somebody took between our
 * finding it free and the server's using it.
 */
const passing = /is still in use|already exists|could not bind|could not create any TCP\/IP sockets/;

/** A note cut short, by a full disk or a power cut; PostgreSQL will not touch what it cannot read. */
const remnant = /lock file "postmaster.pid" is empty|bogus data in lock file/;

/** One try. Returns what the server wrote if it gave up. */
async function attempt(
	home: Home,
	programs: Programs,
	settings: Settings,
	patience: Patience
): Promise<string | undefined> {
	await keepLogShort(home.dataDir);
	const { file, size } = await openLog(home.dataDir);
	const stale = await notedPostmaster(home.cluster);
	const server = spawnServer(home, programs, await serverArguments(home.cluster, settings), file.fd, stale?.pid);
	await once(server, 'spawn').finally(() => file.close());
	server.unref();

	for (;;) {
		const noted = await notedPostmaster(home.cluster);
		if (noted?.ready && isNew(noted.pid, server, stale?.pid)) return undefined;
		if (hasFailed(server)) return writtenSince(home.dataDir, size);
		if (patience.isOver()) throw tooSlow(home);
		await pause(15);
	}
}

/** On Windows the child is pg_ctl, which leaves when all is well. */
const hasFailed = ({ exitCode, signalCode }: ChildProcess) =>
	signalCode !== null || (exitCode !== null && !(onWindows && exitCode === 0));

const isNew = (pid: number, server: ChildProcess, stale?: number) => (onWindows ? pid !== stale : pid === server.pid);

/** In a session of its own, so that Ctrl-C in the terminal reaches the app alone, which stops the server when done. */
function spawnServer(home: Home, programs: Programs, args: string[], log: number, stale?: number): ChildProcess {
	const around = surroundings(programs.postgres, home.account, stale ? isNoRival(stale) : {});
	const options = { ...around, detached: true, stdio: ['ignore' as const, log, log] };

	// Only pg_ctl can take an administrator's rights away, with which PostgreSQL does not run on Windows.
	const asked = ['start', '-W', '-D', home.cluster, '-l', logIn(home.dataDir), '-o', args.slice(2).join(' ')];
	return onWindows ? spawn(programs.pgCtl, asked, options) : spawn(programs.postgres, args, options);
}

/**
 * PostgreSQL takes whatever lives under the process id of an old note for a rival server, unless told that it is its
 * parent's parent. Better than to delete the note: with it, PostgreSQL still sees to it that no process of the old
 * server is left in the shared memory that the note names.
 */
const isNoRival = (pid: number) => ({ PG_GRANDPARENT_PID: String(pid) });

/** Stops the server without waiting for whoever is still connected. If it takes longer, it goes on by itself. */
export async function halt({ cluster, account }: Home, { pgCtl }: Programs): Promise<void> {
	await run(pgCtl, ['stop', '-D', cluster, '-m', 'fast', '-w', '-t', '5'], account);
}

const notStarted = (home: Home, refusal: string) =>
	new EmbeddedProblem(
		`PostgreSQL did not start in ${home.cluster} (${complaintIn(refusal)}): mend that, then start again; its log is ${logIn(home.dataDir)}.`
	);

const tooSlow = ({ dataDir, cluster }: Home) =>
	new EmbeddedProblem(
		`The database in ${cluster} is still recovering from its last stop and will go on doing so: start Empty Chair again in a minute; its log is ${logIn(dataDir)}.`
	);
