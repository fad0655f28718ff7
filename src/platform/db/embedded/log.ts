import { copyFile, open, readFile, stat, truncate } from 'node:fs/promises';
import { join } from 'node:path';

const enough = 5 * 1024 * 1024;

export const logIn = (dataDir: string) => join(dataDir, 'postgres.log');

/**
 * Keeps the server's log to two files of bounded size. Copied and emptied rather than renamed: a running server
 * keeps its file open, and as it only ever appends, it goes on at the new end.
 */
export async function keepLogShort(dataDir: string, limit = enough): Promise<void> {
	const log = logIn(dataDir);
	if ((await sizeOf(log)) <= limit) return;

	await copyFile(log, `${log}.1`);
	await truncate(log);
}

/** What the server wrote since the log was `from` bytes long. */
export async function writtenSince(dataDir: string, from: number): Promise<string> {
	const log = await readFile(logIn(dataDir));
	return log.subarray(from).toString('utf8');
}

/** Whether the server stopped for want of room, by what it wrote since it last let people in. */
export const ranOutOfRoom = (written: string): boolean =>
	/No space left on device|Disk quota exceeded/.test(written.split('ready to accept connections').at(-1)!);

/** The end of the log: what the server wrote before it stopped. */
export async function lastWords(dataDir: string): Promise<string> {
	return writtenSince(dataDir, Math.max(0, (await sizeOf(logIn(dataDir))) - 16_384));
}

/** The log, open for the server to append to, and its length so far. */
export async function openLog(dataDir: string) {
	const file = await open(logIn(dataDir), 'a', 0o600);
	const { size } = await file.stat();
	return { file, size };
}

const sizeOf = (file: string) =>
	stat(file).then(
		({ size }) => size,
		() => 0
	);
