import type { Sql } from 'postgres';
import type { Binaries } from './binaries.ts';
import { checkMajor, clusterExists, makeCluster } from './cluster.ts';
import type { Home } from './home.ts';
import { homeOf } from './home.ts';
import { halt, launch } from './launch.ts';
import { knownPassword, newPassword, passwordMissing, passwordWrong } from './password.ts';
import type { Patience } from './patience.ts';
import { pause } from './patience.ts';
import type { Postmaster } from './postmaster.ts';
import { noteIn, runningPostmaster } from './postmaster.ts';
import { EmbeddedProblem } from './problem.ts';
import type { Programs } from './programs.ts';
import { usablePrograms } from './programs.ts';
import type { Seat } from './seat.ts';
import { takeSeat, WrongPassword } from './seat.ts';
import type { Settings } from './settings.ts';

export type Request = {
	dataDir: string;
	rootFolder: string;
	binaries: Binaries;
	settings: Settings;
	database: string;
};

/** Who sits where: the server, our place at it, and how to stop it should we be the last. */
export type Place = {
	home: Home;
	server: Postmaster;
	password: string;
	seat: Seat;
	startedHere: boolean;
	stop(): Promise<void>;
};

/** Finds the server or starts it, and sits down at it. Only for one process at a time. */
export async function enter(request: Request, wait: Patience): Promise<Place> {
	const home = await homeOf(request.dataDir, request.rootFolder);
	const password = await passwordOf(home);
	const programs = () =>
		usablePrograms(request.binaries, home.account ? request.rootFolder : home.dataDir, home.account);
	const stop = async () => halt(home, await programs());

	let startedHere = false;
	try {
		for (;;) {
			const server = await runningPostmaster(home.cluster);
			if (!server) {
				await start(home, await programs(), password, request.settings, wait);
				startedHere = true;
				continue;
			}
			const seat = await sitDown(server, home, password);
			if (seat) {
				await ensureDatabase(seat.sql, request.database);
				return { home, server, password, seat, startedHere, stop };
			}
			if (wait.isOver()) throw silent(home, server);
			await pause(50);
		}
	} catch (problem) {
		if (startedHere) await stop();
		throw problem;
	}
}

async function start(home: Home, programs: Programs, password: string, settings: Settings, wait: Patience) {
	if (!(await clusterExists(home))) await makeCluster(home, programs, password);
	await checkMajor(home, programs);
	await launch(home, programs, settings, wait);
}

/** A server that is coming up or going down is left alone: each try would only be a line in its log. */
export async function sitDown(server: Postmaster, home: Home, password: string): Promise<Seat | undefined> {
	try {
		return server.ready ? await takeSeat(server, home.cluster, password) : undefined;
	} catch (error) {
		throw error instanceof WrongPassword ? passwordWrong(home.dataDir, home.cluster) : error;
	}
}

async function passwordOf(home: Home): Promise<string> {
	const known = await knownPassword(home.dataDir);
	if (known === undefined && (await clusterExists(home))) throw passwordMissing(home.dataDir, home.cluster);
	return known ?? newPassword(home.dataDir);
}

async function ensureDatabase(sql: Sql, database: string): Promise<void> {
	const found = await sql`select from pg_database where datname = ${database}`;
	if (found.length === 0) await sql`create database ${sql(database)}`;
}

const silent = ({ cluster }: Home, { pid }: Postmaster) =>
	new EmbeddedProblem(
		`The database server of ${cluster} (process ${pid}) runs but does not answer: end that process, or delete ${noteIn(cluster)} if it is not PostgreSQL's, then start again.`
	);
