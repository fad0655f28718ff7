import { chmod, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect } from 'vitest';
import { linkLibraries } from './binaries.ts';
import { linksOf } from './testing/packages.ts';
import { asRoot, nobody, test } from './testing/scene.ts';

describe('a package installed with --ignore-scripts', { timeout: 120_000 }, () => {
	const needsRoot = asRoot ? '' : ' (skipped: needs root)';

	test.runIf(asRoot)(`is copied when it is not ours to change${needsRoot}`, async ({ scene, unlinked }) => {
		await chmod(dirname(unlinked.folder), 0o755);
		const dataDir = await scene.belongingToNobody('data');
		const app = scene.guest({ binaries: unlinked }, nobody);
		expect(await app.hears('opened')).toMatchObject({ startedHere: true });
		await app.leave();
		expect((await stat(join(dataDir, unlinked.version, 'bin/postgres'))).uid).toBe(nobody.uid);
	});

	test('gets its links at the first start', async ({ before, unlinked }) => {
		await chmod(dirname(unlinked.folder), 0o755);
		const database = await before.open({ binaries: unlinked });
		await database.leave();
		expect(database.startedHere).toBe(true);
	});

	test('gets them from several processes at once, and again and again', async ({ unlinked }) => {
		const links = (await linksOf(unlinked.folder)).map((link) => join(unlinked.folder, '..', link));
		expect(links.length).toBeGreaterThan(0);
		await Promise.all(links.map((link) => rm(link)));

		const all = await Promise.all([1, 2, 3, 4].map(() => linkLibraries(unlinked.folder)));
		expect([...all, await linkLibraries(unlinked.folder)]).toEqual([true, true, true, true, true]);
		await Promise.all(links.map((link) => stat(link)));
	});
});
