import { chmod, cp, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { enterable } from './account.ts';
import type { Binaries } from './binaries.ts';
import { linkLibraries } from './binaries.ts';
import { complaintIn, EmbeddedProblem, ownDatabase } from './problem.ts';
import type { Account } from './run.ts';
import { run } from './run.ts';

/** PostgreSQL's programs, where they can be run. */
export type Programs = { initdb: string; postgres: string; pgCtl: string; major: number };

const suffix = process.platform === 'win32' ? '.exe' : '';

/**
 * The programs where npm put them, or else a copy of them in `spare`: the package may lie in root's private folder
 * while PostgreSQL must run as somebody else, or it may lack its links and not be ours to add them to.
 */
export async function usablePrograms(binaries: Binaries, spare: string, account?: Account): Promise<Programs> {
	const { folder, version } = binaries;
	await linkLibraries(folder);
	const here = await tryOut(folder, account);
	if ('major' in here) return here;
	if (here.hopeless) throw notRunning(binaries, here.complaint, account);

	const copy = join(spare, version);
	const there = await copyTo(copy, folder).then(
		() => tryOut(copy, account),
		(error: Error) => ({ complaint: error.message })
	);
	if ('major' in there) return there;
	throw notRunning(binaries, `${here.complaint}; as a copy in ${copy}: ${there.complaint}`, account);
}

type Complaint = { complaint: string; hopeless: boolean };

/** Whether they run is best known by running one: it asks for permissions, libraries and the platform at once. */
async function tryOut(folder: string, account?: Account): Promise<Programs | Complaint> {
	const program = (name: string) => join(folder, 'bin', name + suffix);
	const { ok, output, missing } = await run(program('postgres'), ['--version'], account);
	const major = Number(/PostgreSQL\) (\d+)/.exec(output)?.[1]);
	if (!ok || !major) return { complaint: complaintIn(output), hopeless: missing };

	return { initdb: program('initdb'), postgres: program('postgres'), pgCtl: program('pg_ctl'), major };
}

const notRunning = ({ folder }: Binaries, complaint: string, account?: Account) =>
	new EmbeddedProblem(
		`PostgreSQL's programs in ${folder} do not run on this system (${complaint}): ${account ? 'start Empty Chair as an ordinary user, or ' : ''}${ownDatabase}.`
	);

/** A copy is made beside its place and then renamed, so that it is whole or absent, whoever else makes one. */
async function copyTo(place: string, folder: string): Promise<void> {
	if (await stat(place).catch(() => undefined)) return;

	await enterable(dirname(place));
	const draft = await mkdtemp(`${place}.new-`);
	try {
		await cp(folder, join(draft, 'native'), { recursive: true, verbatimSymlinks: true });
		await linkLibraries(join(draft, 'native'));
		await openToAll(join(draft, 'native'));
		await rename(join(draft, 'native'), place).catch(async (error: unknown) => {
			if (!(await stat(place).catch(() => undefined))) throw error;
		});
	} finally {
		await rm(draft, { recursive: true, force: true });
	}
}

/** Programs hold no secrets; a strict umask at "npm ci" would otherwise keep their user out of the copy as well. */
async function openToAll(folder: string): Promise<void> {
	await chmod(folder, 0o755);
	for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
		if (!entry.isSymbolicLink()) await chmod(join(entry.parentPath, entry.name), 0o755);
	}
}
