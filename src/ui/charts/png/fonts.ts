import { rmSync } from 'node:fs';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { trueTypeOf } from './woff2.ts';

const { resolve } = createRequire(import.meta.url);

/** In the order in which a character is looked for. */
const alphabets = ['latin', 'latin-ext', 'greek', 'cyrillic', 'vietnamese'];

let written: Promise<string[]> | null = null;

/**
 * Inter as files that a chart in a picture is lettered with: the ones that pages use, so that a picture looks the same
 * on every machine, whatever fonts it has. Made once a process, and gone with it.
 */
export function fontFiles(): Promise<string[]> {
	written ??= write().catch((failure: unknown) => {
		written = null;
		throw failure;
	});
	return written;
}

async function write(): Promise<string[]> {
	const folder = await mkdtemp(join(tmpdir(), 'empty-chair-fonts-'));
	process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
	return Promise.all(
		alphabets.map(async (alphabet) => {
			const woff2 = await readFile(resolve(`@fontsource-variable/inter/files/inter-${alphabet}-wght-normal.woff2`));
			const file = join(folder, `${alphabet}.ttf`);
			await writeFile(file, trueTypeOf(woff2));
			return file;
		})
	);
}
