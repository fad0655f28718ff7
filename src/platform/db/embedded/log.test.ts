import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import { keepLogShort, openLog, writtenSince } from './log.ts';
import { test } from './testing/scene.ts';

test('a long log makes way, and a server that has it open goes on at its new end', async ({ scene: { dataDir } }) => {
	await mkdir(dataDir);
	const log = join(dataDir, 'postgres.log');
	await writeFile(log, 'long ago\n'.repeat(20));
	const { file, size } = await openLog(dataDir);

	await keepLogShort(dataDir, size);
	expect((await stat(log)).size).toBe(size);

	await keepLogShort(dataDir, size - 1);
	await file.write('now\n');
	await file.close();

	expect(await writtenSince(dataDir, 0)).toBe('now\n');
	expect(await readFile(`${log}.1`, 'utf8')).toContain('long ago');
});

test('a log that is not there yet is short enough', async ({ scene: { folder } }) => {
	await expect(keepLogShort(folder)).resolves.toBeUndefined();
});
