import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { settingsFrom } from '../settings.ts';
import { ownDatabase, whyNotOpened, whyUnfit } from './database.ts';

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

test('each reason why it does not open is told with its remedy', () => {
	const url = 'postgres://a%40b:secret@db.example.com/cx';
	const why = (code: string, routine?: string) => whyNotOpened({ code, routine }, url);
	expect(why('28P01')).toContain('refuses this user or password');
	expect(why('28000', 'InitializeSessionUserId')).toBe(why('28P01'));
	expect(why('28000', 'ClientAuthentication')).toContain('allow it in its pg_hba.conf, or add ?sslmode=require');
	expect(why('42501')).toContain(
		'The user "a@b" may not connect to the database "cx" at db.example.com:5432: allow it'
	);
	expect(why('53300')).toContain('takes no more connections');
	expect(why('57P03')).toContain('try again in a moment');
	expect(why('ENOTFOUND')).toBe('There is no machine called "db.example.com". Check DATABASE_URL.');
	expect(whyNotOpened({ code: '3D000' }, 'postgres://app:x@here')).toContain('There is no database "app" at here:5432');
	expect(whyNotOpened({ code: 'ECONNRESET' }, `${url}?sslmode=require`)).toContain(
		'not answer over an encrypted line.'
	);
	for (const code of ['28P01', '42501', '3D000', 'ECONNRESET']) expect(why(code)).not.toContain('secret');
});

test.each(['100%pure', 'a#b', 'a/b', 'p@ss?b', 'p@ss/w'])('a password as it is, %s, is no address', (password) => {
	const given = (url: string) => settingsFrom({ DATABASE_URL: url }).databaseUrl;
	expect(() => given(`postgres://app:${password}@here/cx`)).toThrow(/^DATABASE_URL must look like .* %25 for each/);
	const encoded = `postgres://app:${encodeURIComponent(password)}@here/cx`;
	expect(given(encoded)).toBe(encoded);
});
