import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from './run.ts';

/** What PostgreSQL's own note, postmaster.pid, says about the server of a cluster. */
export type Postmaster = { pid: number; port: number; ready: boolean };

export const noteIn = (cluster: string) => join(cluster, 'postmaster.pid');

/** The note as it stands, true or left behind. */
export async function notedPostmaster(cluster: string): Promise<Postmaster | undefined> {
	const lines = (await readFile(noteIn(cluster), 'utf8').catch(() => '')).split('\n');
	const [pid, port] = [Number(lines[0]), Number(lines[3])];
	return pid > 0 ? { pid, port, ready: lines[7]?.trim() === 'ready' } : undefined;
}

/**
 * The server that runs on the cluster. A note outlives a killed server, and its process id may by now be anybody's,
 * so the process must also have been told to serve this folder. (A killed server that nobody has reaped yet, usual
 * in containers, has no command line any more.)
 */
export async function runningPostmaster(cluster: string): Promise<Postmaster | undefined> {
	const noted = await notedPostmaster(cluster);
	return noted && (await serves(noted.pid, cluster)) ? noted : undefined;
}

async function serves(pid: number, cluster: string): Promise<boolean> {
	if (process.platform === 'linux') {
		const words = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
		return words.split('\0').includes(cluster);
	}
	if (process.platform === 'win32') {
		// The command line is not to be had cheaply here; whether it is our folder shows when we connect.
		const { output } = await run('tasklist', ['/FI', `PID eq ${pid}`, '/FO', 'CSV', '/NH']);
		return output.includes('postgres.exe');
	}
	const { output } = await run('ps', ['-ww', '-o', 'command=', '-p', String(pid)]);
	return `${output.trim()} `.includes(` ${cluster} `);
}
