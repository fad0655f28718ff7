import type { Binaries } from './binaries.ts';
import { packagedBinaries } from './binaries.ts';
import { superuser } from './cluster.ts';
import { enter } from './enter.ts';
import { usableFolder } from './home.ts';
import { oneAtATime } from './lock.ts';
import { patience } from './patience.ts';
import type { Settings } from './settings.ts';
import { stay } from './stay.ts';
import type { OnLost } from './stay.ts';

export { EmbeddedProblem } from './problem.ts';
export type { Binaries } from './binaries.ts';
export type { OnLost } from './stay.ts';

export type Embedded = {
	url: string;
	startedHere: boolean;
	/** Leaves; the last process to leave stops the server. */
	leave(): Promise<void>;
};

export type EmbeddedOptions = {
	dataDir: string;
	binaries?: Binaries;
	database?: string;
	/** Server settings beside or instead of the usual ones, should the server be started here. */
	settings?: Settings;
	/** Called once if the server goes away under us; what to do then is for the caller to decide. */
	onLost?: OnLost;
	/** Where root keeps what PostgreSQL's user cannot reach in the data folder. */
	rootFolder?: string;
};

const longestWait = 60_000;

/** The database in a folder: made if there is none, started if it does not run, shared with those who use it already. */
export async function embeddedDatabase(options: EmbeddedOptions): Promise<Embedded> {
	const { database = 'empty_chair', rootFolder = '/var/lib/empty-chair', onLost = () => {} } = options;
	const { binaries = packagedBinaries(), settings = {} } = options;
	const wait = patience(longestWait);
	const dataDir = await usableFolder(options.dataDir);

	const place = await oneAtATime(dataDir, wait, () =>
		enter({ dataDir, rootFolder, binaries, settings, database }, wait)
	);
	const { password, server, startedHere } = place;
	const url = `postgres://${superuser}:${password}@127.0.0.1:${server.port}/${database}`;
	return { url, startedHere, leave: stay(place, onLost) };
}
