import { chown, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Home } from './home.ts';
import { leaveWord } from './home.ts';
import { codeOf, complaintIn, EmbeddedProblem, ownDatabase } from './problem.ts';
import type { Programs } from './programs.ts';
import { run } from './run.ts';

export const superuser = 'empty_chair';

export const clusterExists = async ({ cluster }: Home): Promise<boolean> => (await majorOf(cluster)) !== undefined;

/** PostgreSQL reads only what its own major version wrote. */
export async function checkMajor({ cluster }: Home, { major }: Programs): Promise<void> {
	const found = await majorOf(cluster);
	if (found === major) return;
	throw new EmbeddedProblem(
		`The database in ${cluster} was made by PostgreSQL ${found}, and this version of Empty Chair brings PostgreSQL ${major}: start the version that made it, or copy its database to a server of your own with the pg_dump of PostgreSQL ${found} or newer and set DATABASE_URL to that.`
	);
}

/** Makes a cluster that is whole or absent: one that was killed half way lies beside its place, not in it. */
export async function makeCluster(home: Home, programs: Programs, password: string): Promise<void> {
	const { cluster, account } = home;
	await clearAwayDrafts(cluster);
	const draft = await mkdtemp(`${cluster}.new-`);
	try {
		const pwfile = join(draft, 'password');
		await writeFile(pwfile, password + '\n', { mode: 0o600 });
		if (account) await Promise.all([draft, pwfile].map((path) => chown(path, account.uid, account.gid)));

		const { ok, output } = await run(programs.initdb, initdbArguments(join(draft, 'cluster'), pwfile), account);
		if (!ok) throw notMade(cluster, output);
		await rename(join(draft, 'cluster'), cluster).catch(notEmpty(cluster));
		await leaveWord(home);
	} finally {
		await rm(draft, { recursive: true, force: true });
	}
}

const initdbArguments = (pgdata: string, pwfile: string) => [
	`--pgdata=${pgdata}`,
	`--username=${superuser}`,
	`--pwfile=${pwfile}`,
	'--auth=scram-sha-256',
	'--encoding=UTF8',
	'--locale=C',
	'--no-instructions'
];

async function majorOf(cluster: string): Promise<number | undefined> {
	const version = await readFile(join(cluster, 'PG_VERSION'), 'utf8').catch(() => undefined);
	return version === undefined ? undefined : Number.parseInt(version, 10);
}

/** An initdb whose starter was killed may still be writing to its draft; then the next start clears that away. */
async function clearAwayDrafts(cluster: string): Promise<void> {
	const names = await readdir(dirname(cluster));
	const drafts = names.filter((name) => name.startsWith(`${basename(cluster)}.new-`));
	await Promise.allSettled(drafts.map((name) => rm(join(dirname(cluster), name), { recursive: true, force: true })));
}

const notMade = (cluster: string, output: string) =>
	new EmbeddedProblem(
		`PostgreSQL could not make a database in ${cluster} (${complaintIn(output)}): mend that and start again, or ${ownDatabase}.`
	);

const notEmpty = (cluster: string) => (error: unknown) => {
	if (!['ENOTEMPTY', 'EEXIST', 'ENOTDIR', 'EPERM'].includes(codeOf(error) ?? '')) throw error;
	throw new EmbeddedProblem(
		`The folder ${cluster} holds something that is not a PostgreSQL database: move it away, or set DATA_DIR to another folder.`
	);
};
