import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { settingsFrom } from '#platform/settings.ts';
import { knownAddress, noteAddress } from './address.ts';

test('a link leads to where the product is known to be, and to no port that was guessed', async () => {
	const dataDir = await mkdtemp(join(tmpdir(), 'empty-chair-address-'));
	const known = (environment: Record<string, string> = {}) =>
		knownAddress(settingsFrom({ DATA_DIR: dataDir, ...environment }), environment);
	expect(await known()).toBeNull();
	expect(await known({ PORT: '4100' })).toBe('http://localhost:4100');

	const away = await noteAddress(dataDir, 'http://localhost:4321');
	expect(await known()).toBe('http://localhost:4321');
	expect(await known({ PORT: '4100' }), 'it runs elsewhere').toBe('http://localhost:4321');
	expect(await known({ ORIGIN: 'https://cx.example.com/' })).toBe('https://cx.example.com');

	const laterAway = await noteAddress(dataDir, 'http://localhost:4322');
	await away();
	expect(await known()).toBe('http://localhost:4322');
	await laterAway();
	expect(await known()).toBeNull();

	for (const left of [JSON.stringify({ pid: 2 ** 22 + 1, address: 'http://localhost:4321' }), '{"pid":'])
		await writeFile(join(dataDir, 'address.json'), left).then(async () => expect(await known(), left).toBeNull());
	await rm(dataDir, { recursive: true });
	await expect(noteAddress('/proc/nowhere', 'http://localhost:1')).resolves.toBeTypeOf('function');
});
