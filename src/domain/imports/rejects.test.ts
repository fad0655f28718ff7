import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { firstRejects, rejectsFile } from './rejects.server.ts';

const reject = (row: number) => ({ file: '=a.csv', row, field: 'score', reason: 'Too “high”, by far.' });

test('rejected rows are kept in their order, and there is no file without one', async () => {
	const folder = await mkdtemp(join(tmpdir(), 'empty-chair-rejects-'));
	const path = join(folder, 'of', 'rejects.csv');
	const none = rejectsFile(path);
	await none.close();
	expect(existsSync(path)).toBe(false);

	const file = rejectsFile(path);
	await file.add([reject(2), reject(3)]);
	await file.add([reject(9)]);
	await file.close();
	expect((await firstRejects(path, 20)).map(({ row }) => row)).toEqual([2, 3, 9]);
	expect(await readFile(path, 'utf8')).toContain(`"'=a.csv",9,score,"Too “high”, by far."`);
	await rm(folder, { recursive: true });
});

test.runIf(existsSync('/dev/full'))('a full disk fails the import, and not the server', async () => {
	const file = rejectsFile('/dev/full');
	await expect(file.add([reject(2)])).rejects.toThrow('ENOSPC');
	await file.close();
});
