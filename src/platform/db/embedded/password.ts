import { randomBytes } from 'node:crypto';
import { chmod, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { codeOf, EmbeddedProblem } from './problem.ts';

const fileIn = (dataDir: string) => join(dataDir, 'postgres.password');

/** The database's password, once there is one. */
export async function knownPassword(dataDir: string): Promise<string | undefined> {
	try {
		return (await readFile(fileIn(dataDir), 'utf8')).trim();
	} catch (error) {
		if (codeOf(error) === 'ENOENT') return undefined;
		throw new EmbeddedProblem(
			`The password in ${fileIn(dataDir)} cannot be read (${codeOf(error)}): start Empty Chair as the user who first started it, or give that file to this user.`
		);
	}
}

/** A password nobody has to remember. It is written before the cluster that it opens, so it can never be missing. */
export async function newPassword(dataDir: string): Promise<string> {
	const password = randomBytes(24).toString('base64url');
	const draft = `${fileIn(dataDir)}.new`;
	await writeFile(draft, password + '\n', { mode: 0o600 });
	await chmod(draft, 0o600);
	await rename(draft, fileIn(dataDir));
	return password;
}

export const passwordMissing = (dataDir: string, cluster: string) =>
	new EmbeddedProblem(
		`The file ${fileIn(dataDir)} is missing, and without its password the database in ${cluster} cannot be opened: put the file back from a backup.`
	);

export const passwordWrong = (dataDir: string, cluster: string) =>
	new EmbeddedProblem(
		`The password in ${fileIn(dataDir)} does not open the database in ${cluster}: put back the file that belongs to it.`
	);
