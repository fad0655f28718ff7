import { DatabaseSync } from 'node:sqlite';

const sqliteBusy = 5;

/** A file that one process at a time holds, until it closes it or ends. */
export type Lock = { close(): void };

/**
 * Takes the lock of a file, unless another process has it. Throws where no file can be locked.
 *
 * A file with a process id in it would have to be recognised as stale when its writer was killed, and two who
 * recognise it at once can both believe they took it over. SQLite's lock is the operating system's: it ends with
 * its holder, however that ends. The file stays behind, empty, and means nothing.
 */
export function tryToLock(file: string): Lock | undefined {
	let lock: DatabaseSync | undefined;
	try {
		lock = new DatabaseSync(file, { timeout: 0 });
		lock.exec('begin exclusive');
		return lock;
	} catch (error) {
		lock?.close();
		if (((error as { errcode?: number }).errcode ?? 0) % 256 === sqliteBusy) return undefined;
		throw error;
	}
}
