import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import { keepLogShort, lastWords, openLog, ranOutOfRoom, writtenSince } from './log.ts';
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

test('a server that stopped for want of room is known by its last words, not by those of an earlier life', async ({
	scene: { dataDir }
}) => {
	await mkdir(dataDir);
	const ready = 'LOG:  database system is ready to accept connections\n';
	const full = 'FATAL:  could not write to file "pg_wal/xlogtemp.30063": No space left on device\n';
	const says = async (text: string) => {
		await writeFile(join(dataDir, 'postgres.log'), text);
		return ranOutOfRoom(await lastWords(dataDir));
	};
	expect(await says('x'.repeat(40_000) + ready + full + 'LOG:  database system is shut down\n')).toBe(true);
	expect(await says(ready + full + ready + 'LOG:  server process was terminated by signal 9\n')).toBe(false);
	expect(await says('')).toBe(false);
});
