import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { rejectsByReason, rejectsFile } from './rejects.server.ts';

const reject = (row: number) => ({ file: '=a.csv', row, field: 'score', reason: 'Too “high”, by far.' });

test('rejected rows are kept in their order, and there is no file without one', async () => {
	const folder = await mkdtemp(join(tmpdir(), 'empty-chair-rejects-'));
	const path = join(folder, 'of', 'rejects.csv');
	const none = rejectsFile(path);
	await none.keep();
	await none.close();
	expect(existsSync(path)).toBe(false);
	expect(await rejectsByReason(path)).toEqual({ reasons: [], others: 0 });

	const file = rejectsFile(path);
	await file.add([reject(2), reject(3)]);
	await file.add([reject(9)]);
	await file.keep();
	await file.close();
	const found = async () =>
		(await rejectsByReason(path)).reasons.map(({ count, first }) => [count, first.map(({ row }) => row)]);
	expect(await found()).toEqual([[3, [2, 3, 9]]]);
	await rm(`${path}.json`);
	expect(await found(), 'as an earlier version has left it').toEqual([[3, [2, 3, 9]]]);
	expect(await readFile(path, 'utf8')).toContain(`"'=a.csv",9,score,"Too “high”, by far."`);
	await rm(folder, { recursive: true });
});

test('what was found before stays until all that is found now is written, and goes when nothing is', async () => {
	const folder = await mkdtemp(join(tmpdir(), 'empty-chair-rejects-'));
	const path = join(folder, 'rejects.csv');
	const find = async (rows: number[], { isKept }: { isKept: boolean }) => {
		const file = rejectsFile(path);
		for (const row of rows) await file.add([reject(row)]);
		if (isKept) await file.keep();
		await file.close();
	};
	const rowsFound = async () =>
		(await rejectsByReason(path)).reasons.flatMap(({ first }) => first.map(({ row }) => row));
	await find([2, 3], { isKept: true });
	await find([4], { isKept: false });
	expect(await rowsFound()).toEqual([2, 3]);
	expect(await readdir(folder)).toHaveLength(2);
	await find([4], { isKept: true });
	expect(await rowsFound()).toEqual([4]);
	await find([], { isKept: true });
	expect(await readdir(folder)).toEqual([]);
	await rm(folder, { recursive: true });
});

test.runIf(existsSync('/dev/full'))('a full disk fails the import, and not the server', async () => {
	const folder = await mkdtemp(join(tmpdir(), 'empty-chair-rejects-'));
	await symlink('/dev/full', join(folder, 'rejects.csv.part'));
	const file = rejectsFile(join(folder, 'rejects.csv'));
	await expect(file.add([reject(2)])).rejects.toThrow('ENOSPC');
	await file.close();
	expect(await readdir(folder), 'what was written of it is given back').toEqual([]);
	await rm(folder, { recursive: true });
});
