import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { getPriority, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { runBeside } from './beside.ts';

let folder: string;
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'empty-chair-beside-'));
	await mkdir(join(folder, 'src', 'commands'), { recursive: true });
	vi.stubEnv('EMPTY_CHAIR_FOLDER', folder);
});
afterEach(async () => {
	vi.unstubAllEnvs();
	await rm(folder, { recursive: true, force: true });
});

const givenCommand = (text: string) => writeFile(join(folder, 'src', 'commands', 'run.js'), text);

test('a command beside gives way to whoever serves pages', async () => {
	await givenCommand(`
		const priority = require('node:os').getPriority();
		require('node:fs').writeFileSync('told', [...process.argv.slice(2), priority].join(' '));
		process.channel.unref();
	`);
	await runBeside('values', 'asked');
	expect(await readFile(join(folder, 'told'), 'utf8')).toBe(`values asked ${Math.max(10, getPriority())}`);
});

test('a command beside that fails says why', async () => {
	await givenCommand(`console.error('There is no more room.'); process.exit(3);`);
	await expect(runBeside('values')).rejects.toThrow('"values" ended with 3: There is no more room.');
});
