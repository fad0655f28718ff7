import { execFile } from 'node:child_process';
import { dirname } from 'node:path';
import { promisify } from 'node:util';

/** The user as whom PostgreSQL's programs run when we are root; otherwise they run as we do. */
export type Account = { name: string; uid: number; gid: number };

/** How a program ended. Missing are also programs whose loader is: those made for another system. */
export type Outcome = { ok: boolean; output: string; missing: boolean };

type Failure = NodeJS.ErrnoException & { stdout?: string; stderr?: string; killed?: boolean };

const execute = promisify(execFile);

/** Making a database takes seconds, and minutes where many others want the processor and the disk. */
const longestMs = 300_000;

/** Runs a program to its end. That it fails is an answer, not an exception. */
export async function run(program: string, args: string[], account?: Account): Promise<Outcome> {
	try {
		const { stdout, stderr } = await execute(program, args, { ...surroundings(program, account), timeout: longestMs });
		return { ok: true, output: stdout + stderr, missing: false };
	} catch (error) {
		const { stdout = '', stderr = '', message, code, killed } = error as Failure;
		if (killed) return { ok: false, output: `it was not done after ${longestMs / 60_000} minutes`, missing: false };
		return { ok: false, output: (stderr + stdout).trim() || message, missing: code === 'ENOENT' };
	}
}

/**
 * Where and as whom a program of PostgreSQL's runs. Its own folder rather than ours, which its user may not be
 * allowed to enter; and only what it needs of our environment: that holds the mail server's password, and may hold
 * PGDATA or PGPORT, which would lead it elsewhere.
 */
export function surroundings(program: string, account?: Account, extra: Record<string, string> = {}) {
	const env = { ...passedOn(), ...extra, LC_ALL: 'C' }; // C also makes it speak English: we read its messages
	return { cwd: dirname(program), env, windowsHide: true, ...(account && { uid: account.uid, gid: account.gid }) };
}

function passedOn(): Record<string, string> {
	const names = ['PATH', 'TZ', 'LD_LIBRARY_PATH', 'SystemRoot', 'ComSpec', 'TEMP', 'TMP'];
	return Object.fromEntries(names.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])));
}
