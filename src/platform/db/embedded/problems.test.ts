import { chmod, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe } from 'vitest';
import { packagedBinaries } from './binaries.ts';
import { asRoot, nobody, test } from './testing/scene.ts';

const rootOnly = asRoot ? '' : ' (skipped: needs root)';

describe.concurrent('what cannot work says so in one sentence, with what to do', { timeout: 120_000 }, () => {
	test('a platform without a package', ({ expect }) => {
		expect(() => packagedBinaries('linux-riscv64')).toThrow(
			/^The embedded database for linux-riscv64 is not installed .*set DATABASE_URL to your own PostgreSQL 15 or newer\.$/
		);
	});

	test('programs made for another system', async ({ scene, expect }) => {
		await mkdir(join(scene.folder, 'native/bin'), { recursive: true });
		await writeFile(join(scene.folder, 'native/bin/postgres'), '#!/no/such/loader\n', { mode: 0o755 });
		const binaries = { folder: join(scene.folder, 'native'), version: 'of another system' };
		await expect(scene.open({ binaries })).rejects.toThrow(/do not run on this system .*set DATABASE_URL/);
	});

	test('a cluster of another major version', async ({ before, expect }) => {
		await writeFile(join(before.dataDir, 'postgres/PG_VERSION'), '17\n');
		await expect(before.open()).rejects.toThrow(/made by PostgreSQL 17, .*pg_dump .*set DATABASE_URL/);
	});

	test('a data folder that is a file', async ({ scene, expect }) => {
		await writeFile(join(scene.folder, 'file'), '');
		await expect(scene.open({ dataDir: join(scene.folder, 'file') })).rejects.toThrow(/file is a file: set DATA_DIR/);
		await expect(scene.open({ dataDir: join(scene.folder, 'file/data') })).rejects.toThrow(
			/inside something that is a file: set DATA_DIR/
		);
	});

	test.runIf(process.platform === 'linux')('a data folder where no folder can be made', async ({ scene, expect }) => {
		await expect(scene.open({ dataDir: '/proc/empty-chair/data' })).rejects.toThrow(
			/^The data folder \/proc\/empty-chair\/data cannot be made there: set DATA_DIR/
		);
	});

	test('a folder in the way', async ({ scene, expect }) => {
		await mkdir(join(scene.dataDir, 'postgres'), { recursive: true });
		await writeFile(join(scene.dataDir, 'postgres/holiday.jpg'), '');
		await expect(scene.open()).rejects.toThrow(/postgres (holds something|belongs to root)/);
	});

	test('a lost password, or one of another database', async ({ before, expect }) => {
		const file = join(before.dataDir, 'postgres.password');
		const password = await readFile(file);

		await writeFile(file, 'of another database\n');
		await expect(before.open()).rejects.toThrow(/postgres.password does not open the database .*put back/);
		await rm(file);
		await expect(before.open()).rejects.toThrow(/postgres.password is missing, .*backup/);

		await writeFile(file, password);
		await (await before.open()).leave();
	});

	test('a setting that PostgreSQL refuses', async ({ scene, expect }) => {
		const opened = scene.open({ settings: { shared_buffers: 'plenty' } });
		await expect(opened).rejects.toThrow(/did not start .*shared_buffers.*postgres\.log\.$/);
	});

	test.runIf(asRoot)(`a data folder of somebody else${rootOnly}`, async ({ scene, expect }) => {
		await mkdir(scene.dataDir);
		expect(await scene.guest({}, nobody).hears('problem')).toMatch(/may not be written to by this user: set DATA_DIR/);
		expect(await scene.guest({ dataDir: join(scene.dataDir, 'deep') }, nobody).hears('problem')).toMatch(
			/may not be written to/
		);
	});

	test.runIf(asRoot)(`a database that root made, opened by somebody else${rootOnly}`, async ({ before, expect }) => {
		await chmod(before.dataDir, 0o777);
		expect(await before.guest({}, nobody).hears('problem')).toMatch(
			/belongs to the user postgres: start Empty Chair as before/
		);
	});
});
