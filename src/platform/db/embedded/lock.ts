import { join } from 'node:path';
import type { Lock } from '../../lock.ts';
import { tryToLock } from '../../lock.ts';
import type { Patience } from './patience.ts';
import { pause } from './patience.ts';
import { EmbeddedProblem } from './problem.ts';

/** Lets one process at a time start, join or stop the server of a folder. */
export async function oneAtATime<T>(dataDir: string, patience: Patience, act: () => Promise<T>): Promise<T> {
	const lock = await take(join(dataDir, 'postgres.lock'), patience);
	try {
		return await act();
	} finally {
		lock.close();
	}
}

async function take(file: string, patience: Patience): Promise<Lock> {
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

function tryToTake(file: string): Lock | undefined {
	try {
		return tryToLock(file);
	} catch (error) {
		throw new EmbeddedProblem(
			`The file ${file} cannot be locked (${(error as Error).message}): give it to the user who runs Empty Chair, or set DATA_DIR to a folder on a local disk.`
		);
	}
}
