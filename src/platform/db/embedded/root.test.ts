import { chmod, mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import postgres from 'postgres';
import { describe } from 'vitest';
import type { Binaries } from './embedded.ts';
import type { Scene } from './testing/scene.ts';
import { asRoot, nobody, test } from './testing/scene.ts';

describe.runIf(asRoot)(
	`as root${asRoot ? '' : ' (skipped: we are not)'}`,
	{ timeout: 120_000, concurrent: true },
	() => {
		test('a private project has its programs and its cluster where PostgreSQL may go', async ({
			scene,
			unlinked,
			expect
		}) => {
			const { project, dataDir } = await projectUnderRoot(scene, unlinked);
			for (const tables of [0, 1]) {
				const database = await scene.open(project);
				const sql = postgres(database.url, { onnotice: () => {} });
				expect(await sql`select from pg_tables where tablename = 'kept'`).toHaveLength(tables);
				await sql`create table if not exists kept ()`;
				await sql.end();
				await database.leave();
			}

			const cluster = await stat(await clusterOf(dataDir));
			expect(cluster.uid).not.toBe(0);
			expect(cluster.mode & 0o777).toBe(0o700);
			expect((await stat(join(dataDir, 'postgres.password'))).mode & 0o777).toBe(0o600);
			expect((await stat(scene.rootFolder)).mode & 0o777).toBe(0o711);

			await rm(await clusterOf(dataDir), { recursive: true });
			await expect(scene.open(project)).rejects.toThrow(/is gone: restore that folder, or delete .*postgres\.where/);
		});

		test('two private projects may start at once', async ({ scene, unlinked, expect }) => {
			const { project, dataDir } = await projectUnderRoot(scene, unlinked);
			const dataDirs = ['one', 'two', 'two'].map((name) => join(dataDir, name));
			const guests = dataDirs.map((folder) => scene.guest({ ...project, dataDir: folder }));
			const opened = await Promise.all(guests.map((guest) => guest.hears('opened')));
			expect(new Set(opened.map((one) => one?.url)).size).toBe(2);

			await Promise.all(guests.map((guest) => guest.leave()));
			expect(await readdir(scene.rootFolder)).toHaveLength(3); // two clusters and one copy of the programs, no drafts
		});

		test('nowhere to go is said in one sentence', async ({ scene, unlinked, expect }) => {
			const { project, dataDir } = await projectUnderRoot(scene, unlinked);
			const nowhere = scene.open({ ...project, rootFolder: join(dataDir, 'lib') });
			await expect(nowhere).rejects.toThrow(/does not run as root, .*ordinary user, or set DATABASE_URL/);
		});

		test('a database that an ordinary user made is run as that user', async ({ scene, expect }) => {
			await scene.belongingToNobody('data');
			const theirs = scene.guest({}, nobody);
			await theirs.hears('opened');
			await theirs.leave();

			const ours = await scene.open();
			expect((await stat(`/proc/${await scene.server()}`)).uid).toBe(nobody.uid);
			await ours.leave();
		});
	}
);

describe.runIf(asRoot)(`as an ordinary user${asRoot ? '' : ' (what all other tests show: we are one)'}`, () => {
	test('opens, shares and leaves', { timeout: 120_000 }, async ({ scene, expect }) => {
		await chmod(await scene.belongingToNobody('data'), 0o700);
		const guests = [scene.guest({}, nobody), scene.guest({}, nobody)];
		const opened = await Promise.all(guests.map((guest) => guest.hears('opened')));
		expect(opened.filter((one) => one?.startedHere)).toHaveLength(1);

		await Promise.all(guests.map((guest) => guest.leave()));
		expect(await scene.server()).toBeUndefined();
	});
});

/** The data folder and the package where only root may enter, as under /root, and installed with a strict umask. */
async function projectUnderRoot(scene: Scene, binaries: Binaries) {
	await mkdir(join(scene.folder, 'root'), { mode: 0o700 });
	await chmod(join(binaries.folder, 'bin'), 0o700);
	const dataDir = join(scene.folder, 'root/data');
	return { project: { dataDir, binaries }, dataDir };
}

const clusterOf = async (dataDir: string) => (await readFile(join(dataDir, 'postgres.where'), 'utf8')).trim();
