import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { ownDatabase, whyUnfit } from './database.ts';

const fit = { version: 15, encoding: 'UTF8', readOnly: false, mayMakeSchemas: true, mayMakeTables: true };

test('a database that will not do is told in one sentence that says what to do', () => {
	expect(whyUnfit(fit)).toBeNull();
	expect(whyUnfit({ ...fit, version: 14 })).toContain('needs 15 or newer');
	expect(whyUnfit({ ...fit, encoding: 'LATIN1' })).toContain("encoding 'UTF8'");
	expect(whyUnfit({ ...fit, readOnly: true })).toContain('name the server that takes changes');
	for (const right of ['mayMakeSchemas', 'mayMakeTables'])
		expect(whyUnfit({ ...fit, [right]: false })).toContain('may not make tables');
});

test('what takes each connection and hangs up is no database, and nobody waits for it for ever', async () => {
	const hangsUp = createServer((socket) => socket.on('error', () => {}).end()).listen(0, '127.0.0.1');
	await once(hangsUp, 'listening');
	const { port } = hangsUp.address() as AddressInfo;
	const opened = ownDatabase(`postgres://me:secret@127.0.0.1:${port}/cx`, { patience: 150 });
	await expect(opened).rejects.toThrow(
		`The database at 127.0.0.1:${port} does not answer. Check DATABASE_URL and that the server runs.`
	);
	hangsUp.close();
});
