import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import type { Patience } from './patience.ts';
import { pause } from './patience.ts';
import { EmbeddedProblem } from './problem.ts';

const sqliteBusy = 5;

/**
 * Lets one process at a time start, join or stop the server of a folder.
 *
 * A file with a process id in it would have to be recognised as stale when its writer was killed, and two who
 * recognise it at once can both believe they took it over. SQLite's lock is the operating system's: it ends with
 * its holder, however that ends. The file stays behind, empty, and means nothing.
 */
export async function oneAtATime<T>(dataDir: string, patience: Patience, act: () => Promise<T>): Promise<T> {
	const lock = await take(join(dataDir, 'postgres.lock'), patience);
	try {
		return await act();
	} finally {
		lock.close();
	}
}

async function take(file: string, patience: Patience): Promise<DatabaseSync> {
	for (;;) {
		const lock = tryToTake(file);
		if (lock) return lock;
		if (patience.isOver()) {
			throw new EmbeddedProblem(
				`Another process has been starting or stopping the database for too long (it holds ${file}): end that process, then start again.`
			);
		}
		await pause(20);
	}
}

function tryToTake(file: string): DatabaseSync | undefined {
	let lock: DatabaseSync | undefined;
	try {
		lock = new DatabaseSync(file, { timeout: 0 });
		lock.exec('begin exclusive');
		return lock;
	} catch (error) {
		lock?.close();
		if (((error as { errcode?: number }).errcode ?? 0) % 256 === sqliteBusy) return undefined;
		throw new EmbeddedProblem(
			`The file ${file} cannot be locked (${(error as Error).message}): give it to the user who runs Empty Chair, or set DATA_DIR to a folder on a local disk.`
		);
	}
}
