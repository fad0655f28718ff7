import { chmod, chown, mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { EmbeddedProblem, ownDatabase } from './problem.ts';
import type { Account } from './run.ts';
import { run } from './run.ts';

export const weAreRoot = () => process.getuid?.() === 0;

/** Whom to run PostgreSQL as when we are root: a user that is there already; we make none. */
export async function accountFor(): Promise<Account> {
	for (const name of ['postgres', 'nobody']) {
		const [uid, gid] = await Promise.all([run('id', ['-u', name]), run('id', ['-g', name])]);
		if (uid.ok && gid.ok) return { name, uid: Number(uid.output), gid: Number(gid.output) };
	}
	throw new EmbeddedProblem(
		`PostgreSQL does not run as root, and there is no user "postgres" or "nobody" to run it as: start Empty Chair as an ordinary user, or ${ownDatabase}.`
	);
}

/** Who owns a cluster that exists. As its server can only run as its owner, that settles as whom it runs. */
export async function ownerOf(cluster: string): Promise<Account | undefined> {
	const folder = await stat(cluster).catch(() => undefined);
	if (!folder) return undefined;

	const { uid, gid } = folder;
	const { ok, output } = uid === process.getuid?.() ? unnamed : await run('id', ['-un', String(uid)]);
	return { name: ok ? output.trim() : String(uid), uid, gid };
}

const unnamed = { ok: false, output: '' };

/** Tries it out: permissions, access lists, disks without owners and containers without rights all show here. */
export async function canLiveIn(folder: string, account: Account): Promise<boolean> {
	const trial = await mkdtemp(join(folder, 'postgres.new-'));
	try {
		await chown(trial, account.uid, account.gid);
		return (await run('/bin/sh', ['-c', 'cd "$1" && : > file', 'sh', trial], account)).ok;
	} catch {
		return false;
	} finally {
		await rm(trial, { recursive: true, force: true });
	}
}

/** A folder of root's that others may pass through but not list. */
export async function enterable(folder: string): Promise<boolean> {
	try {
		if (await mkdir(folder, { recursive: true })) await chmod(folder, 0o711);
		return true;
	} catch {
		return false;
	}
}
