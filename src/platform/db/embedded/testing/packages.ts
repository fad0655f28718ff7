import { cp, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Binaries } from '#platform/db/embedded/binaries.ts';
import { packagedBinaries } from '#platform/db/embedded/binaries.ts';

/** A copy of the package as npm leaves it when install scripts are switched off: without its links. */
export async function unlinkedPackage(folder: string): Promise<Binaries> {
	const { folder: native, version } = packagedBinaries();
	await cp(native, join(folder, 'native'), { recursive: true, verbatimSymlinks: true });
	for (const link of await linksOf(native)) await rm(join(folder, link), { force: true });
	return { folder: join(folder, 'native'), version };
}

/** The links that the package lacks, by their paths in it. */
export async function linksOf(native: string): Promise<string[]> {
	const links = JSON.parse(await readFile(join(native, 'pg-symlinks.json'), 'utf8')) as { target: string }[];
	return links.map(({ target }) => target);
}
