import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Settings } from '#platform/settings.ts';

/** Where people find it. */
export function addressOf({ origin, host, port }: Settings): string {
	const isHere = ['127.0.0.1', '0.0.0.0', '::1', '::'].includes(host);
	return origin ?? `http://${isHere ? 'localhost' : host.includes(':') ? `[${host}]` : host}:${port}`;
}

const noteIn = (dataDir: string): string => join(dataDir, 'address.json');

/**
 * Leaves word of where the product is while it runs: a command beside it was not told its port. Who cannot leave it
 * serves all the same. Returns how to take it away.
 */
export async function noteAddress(dataDir: string, address: string): Promise<() => Promise<void>> {
	const note = noteIn(dataDir);
	const text = JSON.stringify({ pid: process.pid, address });
	await mkdir(dataDir).catch(() => {});
	await writeFile(note, text).catch(() => {});
	return async () => {
		// Of two that run on one folder the later one has the word.
		if ((await readFile(note, 'utf8').catch(() => '')) === text) await rm(note, { force: true });
	};
}

/** Where the product of a data folder runs; null: it does not, or not on this machine. */
async function notedAddress(dataDir: string): Promise<string | null> {
	try {
		const { pid, address } = JSON.parse(await readFile(noteIn(dataDir), 'utf8')) as { pid: number; address: string };
		return isAlive(pid) ? address : null;
	} catch {
		return null;
	}
}

/** A process of somebody else's may not be signalled, and lives. */
function isAlive(pid: number): boolean {
	try {
		return process.kill(pid, 0);
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === 'EPERM';
	}
}

/** How a link into the product begins; null: nobody said where it is, and it does not run here. */
export async function knownAddress(
	settings: Settings,
	environment: Record<string, string | undefined>
): Promise<string | null> {
	if (settings.origin) return settings.origin;
	return (await notedAddress(settings.dataDir)) ?? (environment.PORT ? addressOf(settings) : null);
}
