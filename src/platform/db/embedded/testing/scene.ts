import { chmod, chown, mkdir, mkdtemp, readdir, readFile, realpath, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { test as base } from 'vitest';
import type { Binaries, Embedded, EmbeddedOptions } from '#platform/db/embedded/embedded.ts';
import { embeddedDatabase } from '#platform/db/embedded/embedded.ts';
import { runningPostmaster } from '#platform/db/embedded/postmaster.ts';
import { run } from '#platform/db/embedded/run.ts';
import type { Errand } from './guest.ts';
import type { Guest, User } from './invite.ts';
import { invite } from './invite.ts';
import { unlinkedPackage } from './packages.ts';

/** As little as the server runs on, so that tests may run many. */
const small = { shared_buffers: '4MB', max_wal_size: '64MB', max_connections: '20' };

export const asRoot = process.getuid?.() === 0;
export const nobody: User = { uid: 65534, gid: 65534 };
export const debian: Binaries = { folder: '/usr/lib/postgresql/15', version: 'debian-15' };
export const debianIsHere = await stat(join(debian.folder, 'bin/postgres')).then(Boolean, () => false);

/** A folder of our own, and the processes that live in it. */
export class Scene {
	readonly folder: string;
	readonly dataDir: string;
	readonly rootFolder: string;
	readonly #options: EmbeddedOptions;
	readonly #guests: Guest[] = [];

	constructor(folder: string) {
		this.folder = folder;
		this.dataDir = join(folder, 'data');
		this.rootFolder = join(folder, 'lib');
		this.#options = { dataDir: this.dataDir, settings: small, rootFolder: this.rootFolder };
	}

	/** Opens the database in this process. */
	open(options: Partial<EmbeddedOptions> = {}): Promise<Embedded> {
		return embeddedDatabase({ ...this.#options, ...options });
	}

	/** Opens it in a process of its own. */
	guest(options: Partial<EmbeddedOptions> & Errand = {}, user?: User): Guest {
		const guest = invite({ ...this.#options, ...options }, user);
		this.#guests.push(guest);
		return guest;
	}

	/** The cluster, wherever it had to be made. */
	async cluster(): Promise<string> {
		const elsewhere = await readFile(join(this.dataDir, 'postgres.where'), 'utf8').catch(() => undefined);
		return elsewhere?.trim() ?? join(this.dataDir, 'postgres');
	}

	async server(): Promise<number | undefined> {
		return (await runningPostmaster(await this.cluster()))?.pid;
	}

	/** As whom the server runs: to it, processes of other users may as well be dead. */
	async serversUser(): Promise<User> {
		const { uid, gid } = await stat(await this.cluster());
		return { uid, gid };
	}

	async belongingToNobody(name: string): Promise<string> {
		const folder = join(this.folder, name);
		await mkdir(folder);
		await chown(folder, nobody.uid, nobody.gid);
		return folder;
	}

	async clearAway(): Promise<void> {
		for (const guest of this.#guests) guest.kill();
		await Promise.all(this.#guests.map(({ ended }) => ended));
		for (const path of await readdir(this.folder, { recursive: true })) {
			if (path.endsWith('/postmaster.pid')) await endServer(join(this.folder, dirname(path)));
		}
		await rm(this.folder, { recursive: true, force: true, maxRetries: 10 });
	}
}

/**
 * `scene` is empty. `before` has had a database, which was left in good order. `unlinked` is the package of binaries
 * as --ignore-scripts leaves it, in a folder that only we may enter.
 */
export const test = base
	.extend('template', { scope: 'file' }, async ({}, { onCleanup }) => {
		const scene = new Scene(await temporaryFolder());
		onCleanup(() => scene.clearAway());
		await (await scene.open()).leave();
		return scene.dataDir;
	})
	.extend('unlinked', { scope: 'file' }, async ({}, { onCleanup }) => {
		const folder = await temporaryFolder();
		onCleanup(() => rm(folder, { recursive: true }));
		await chmod(folder, 0o700);
		return unlinkedPackage(folder);
	})
	.extend('scene', async ({}, { onCleanup }) => {
		const scene = new Scene(await temporaryFolder());
		onCleanup(() => scene.clearAway());
		return scene;
	})
	.extend('before', async ({ scene, template }) => {
		await run('cp', ['-a', template, scene.dataDir]);
		return scene;
	});

export function isAlive(pid: number): boolean {
	try {
		return process.kill(pid, 0);
	} catch {
		return false;
	}
}

async function temporaryFolder(): Promise<string> {
	const folder = await mkdtemp(join(await realpath(tmpdir()), 'empty-chair-embedded-'));
	await chmod(folder, 0o755);
	return folder;
}

async function endServer(cluster: string): Promise<void> {
	const server = await runningPostmaster(cluster);
	if (server) process.kill(server.pid, 'SIGQUIT');
	while (await runningPostmaster(cluster)) await pause(20);
}
