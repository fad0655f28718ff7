import { createReadStream } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** Where the files of an import, and what it rejected, are kept. */
export const importFolder = (dataDir: string, importId: number): string => join(dataDir, 'imports', String(importId));

/** Where one of them lies: numbered, since what a file is called is its sender's choice. */
export const importedFile = (folder: string, index: number): string => join(folder, `file-${index + 1}`);

export const rejectsIn = (folder: string): string => join(folder, 'rejects.csv');

/** Imports of which something is kept on this machine. */
async function keptImports(dataDir: string): Promise<number[]> {
	const names = await readdir(join(dataDir, 'imports')).catch(() => []);
	return names.filter((name) => /^\d{1,9}$/.test(name)).map(Number);
}

/**
 * Which imports' kept files hold one of these texts, in whatever case, besides those that are known to; and which cannot
 * be searched: workbooks, archives.
 */
async function importsHolding(
	dataDir: string,
	texts: string[],
	known: readonly number[]
): Promise<{ holding: number[]; unsearchable: number[] }> {
	const found = { holding: [] as number[], unsearchable: [] as number[] };
	for (const id of await keptImports(dataDir)) {
		const folder = importFolder(dataDir, id);
		const files = known.includes(id) ? [] : await readdir(folder);
		const answers = await Promise.all(files.map((file) => holds(join(folder, file), texts)));
		if (known.includes(id) || answers.includes('yes')) found.holding.push(id);
		else if (answers.includes('unsearchable')) found.unsearchable.push(id);
	}
	return found;
}

/** Deletes what was handed over for these imports, and what they rejected. */
async function forgetImportedFiles(dataDir: string, importIds: readonly number[]): Promise<void> {
	for (const id of importIds) await rm(importFolder(dataDir, id), { recursive: true, force: true });
}

/** How zip archives and workbooks, old workbooks and gzip begin. */
const packed = ['504b0304', 'd0cf11e0', '1f8b'];

async function holds(path: string, texts: string[]): Promise<'yes' | 'no' | 'unsearchable'> {
	const sought = texts.map((text) => text.toLowerCase());
	const longest = Math.max(...sought.map((text) => text.length));
	let before = '';
	let first = true;
	for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
		if (first && packed.some((start) => chunk.subarray(0, 4).toString('hex').startsWith(start))) return 'unsearchable';
		first = false;
		// Byte by byte without the NULs, UTF-16 reads as ASCII does; texts beyond ASCII are sought as their UTF-8 bytes.
		const text = before + chunk.toString('latin1').replaceAll('\0', '').toLowerCase();
		if (sought.some((one) => text.includes(Buffer.from(one).toString('latin1')))) return 'yes';
		before = text.slice(-4 * longest);
	}
	return 'no';
}

/** The same for one data folder, for whoever must not know where files lie. */
export const keptFiles = (dataDir: string) => ({
	holding: (texts: string[], known: readonly number[]) => importsHolding(dataDir, texts, known),
	forget: (importIds: number[]) => forgetImportedFiles(dataDir, importIds)
});
