import { createHash } from 'node:crypto';
import { access, constants, mkdir, readFile, realpath, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { accountFor, canLiveIn, enterable, ownerOf, weAreRoot } from './account.ts';
import { codeOf, EmbeddedProblem, ownDatabase } from './problem.ts';
import type { Account } from './run.ts';

/** Where the cluster of a data folder lies, and as whom its server runs. */
export type Home = { dataDir: string; cluster: string; account: Account | undefined };

/** Makes the data folder, or says why not. The path it returns has no links in it, as a running server reports it. */
export async function usableFolder(dataDir: string): Promise<string> {
	try {
		await makeFolder(dataDir);
		const folder = await realpath(dataDir);
		await access(folder, constants.R_OK | constants.W_OK | constants.X_OK);
		return folder;
	} catch (error) {
		const because = reasons[codeOf(error) ?? ''] ?? `cannot be used (${codeOf(error)})`;
		throw new EmbeddedProblem(
			`The data folder ${dataDir} ${because}: set DATA_DIR to a folder this user may write to.`
		);
	}
}

/**
 * Makes a folder, and first those above it. One by one: where a folder that is there takes no others, such as /proc, Node
 * would go on trying for ever to make them all.
 */
async function makeFolder(folder: string): Promise<void> {
	try {
		await mkdir(folder);
	} catch (error) {
		const isThere = codeOf(error) === 'EEXIST' && (await stat(folder)).isDirectory();
		if (isThere) return;
		if (codeOf(error) !== 'ENOENT' || dirname(folder) === folder) throw error;
		await makeFolder(dirname(folder));
		// Somebody else may have been as quick.
		await mkdir(folder).catch((again: unknown) => {
			if (codeOf(again) !== 'EEXIST') throw again;
		});
	}
}

const reasons: Record<string, string> = {
	ENOENT: 'cannot be made there',
	EACCES: 'may not be written to by this user',
	EPERM: 'may not be written to by this user',
	EROFS: 'is on a read-only disk',
	EEXIST: 'is a file',
	ENOTDIR: 'lies inside something that is a file'
};

/** Finds the home of a data folder's cluster, or chooses one. */
export async function homeOf(dataDir: string, rootFolder: string): Promise<Home> {
	const elsewhere = await readFile(signpost(dataDir), 'utf8').catch(() => undefined);
	const cluster = elsewhere?.trim() ?? join(dataDir, 'postgres');
	const owner = await ownerOf(cluster);

	if (owner) return { dataDir, cluster, account: weAreRoot() ? notRoot(owner, cluster) : ourselves(owner, cluster) };
	if (elsewhere) {
		throw new EmbeddedProblem(
			`The database of ${dataDir} was in ${cluster} and is gone: restore that folder, or delete ${signpost(dataDir)} to begin with an empty one.`
		);
	}
	return weAreRoot() ? homeForAnAccount(dataDir, rootFolder) : { dataDir, cluster, account: undefined };
}

/** Leaves word in the data folder of a cluster that had to be made elsewhere. */
export async function leaveWord({ dataDir, cluster }: Home): Promise<void> {
	if (cluster !== join(dataDir, 'postgres')) await writeFile(signpost(dataDir), cluster + '\n');
}

const signpost = (dataDir: string) => join(dataDir, 'postgres.where');

/** PostgreSQL does not run as root: it gets an account, and a folder that this account may enter. */
async function homeForAnAccount(dataDir: string, rootFolder: string): Promise<Home> {
	const account = await accountFor();
	if (await canLiveIn(dataDir, account)) return { dataDir, cluster: join(dataDir, 'postgres'), account };

	const apart = join(rootFolder, createHash('sha256').update(dataDir).digest('hex').slice(0, 16));
	if ((await enterable(rootFolder)) && (await enterable(apart)) && (await canLiveIn(apart, account))) {
		return { dataDir, cluster: join(apart, 'postgres'), account };
	}
	throw new EmbeddedProblem(
		`PostgreSQL does not run as root, and its user ${account.name} can live neither in ${dataDir} nor in ${apart}: start Empty Chair as an ordinary user, or ${ownDatabase}.`
	);
}

function ourselves(owner: Account, cluster: string): undefined {
	if (process.getuid && owner.uid !== process.getuid()) {
		throw new EmbeddedProblem(
			`The database in ${cluster} belongs to the user ${owner.name}: start Empty Chair as before (as root, or as that user), or set DATA_DIR to another folder.`
		);
	}
}

function notRoot(owner: Account, cluster: string): Account {
	if (owner.uid !== 0) return owner;
	throw new EmbeddedProblem(
		`The database in ${cluster} belongs to root, as whom PostgreSQL does not run: give that folder to the user "postgres" or "nobody" with "chown -R", or ${ownDatabase}.`
	);
}
