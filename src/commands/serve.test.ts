import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Settings } from '#platform/settings.ts';
import { stopServing, takePort, whileThere } from './serve.ts';

test('a file of the build that is gone is not found; everything else goes on', async () => {
	const folder = await mkdtemp(join(tmpdir(), 'build-'));
	await mkdir(join(folder, '_app', 'immutable'), { recursive: true });
	const file = join(folder, '_app', 'immutable', 'start.js');
	await writeFile(file, 'go()');
	const server = createServer(whileThere(folder, (_request, response) => response.end('served'))).listen(
		0,
		'127.0.0.1'
	);
	await new Promise((ready) => server.on('listening', ready));
	const at = (path: string) => fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`);

	expect(await (await at('/_app/immutable/start.js?v=1')).text()).toBe('served');
	await rm(file);
	expect((await at('/_app/immutable/start.js?v=1')).status).toBe(404);
	expect((await at('/money?week=2026-W47')).status).toBe(200);
	expect((await at('/_app/env.js')).status).toBe(200);
	server.close();
	await rm(folder, { recursive: true });
});

test('a connection stays open for longer than a proxy in front keeps it', async () => {
	const { server } = await takePort({ host: '127.0.0.1', port: 0 } as Settings);
	const answer = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
	expect(answer.headers.get('keep-alive')).toBe('timeout=75');
	await stopServing(server);
});
