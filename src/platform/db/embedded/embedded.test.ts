import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import postgres from 'postgres';
import { describe, vi } from 'vitest';
import { debian, debianIsHere, isAlive, test } from './testing/scene.ts';

const skipped = debianIsHere ? '' : ' (skipped: not installed here)';

describe.concurrent.each([
	{ name: 'the packaged PostgreSQL', binaries: undefined, isHere: true },
	{ name: `PostgreSQL 15 of Debian${skipped}`, binaries: debian, isHere: debianIsHere }
])('$name', { timeout: 120_000 }, ({ binaries, isHere }) => {
	test.runIf(isHere)('keeps what was written from one start to the next', async ({ scene, expect }) => {
		for (const writtenBefore of [0, 1, 2]) {
			const database = await scene.open({ binaries });
			const sql = postgres(database.url, { onnotice: () => {} });
			await sql`create table if not exists visit (day date)`;
			expect(database.startedHere).toBe(true);
			expect(await sql`select from visit`).toHaveLength(writtenBefore);
			await sql`insert into visit values ('2026-01-05')`;
			await sql.end();
			await database.leave();
		}
	});

	test.runIf(isHere)('listens on loopback only and asks for a password', async ({ scene, expect }) => {
		const database = await scene.open({ binaries, database: 'office' });
		const sql = postgres(database.url);
		const [server] = await sql`
			select datname as "name", datcollate as "collation", current_setting('server_encoding') as "encoding",
			       current_setting('listen_addresses') as "listens", current_setting('unix_socket_directories') as "sockets"
			from pg_database where datname = current_database()
		`;
		expect(server).toEqual({ name: 'office', collation: 'C', encoding: 'UTF8', listens: '127.0.0.1', sockets: '' });

		const stranger = postgres(database.url.replace(/:[^:@]+@/, ':guessed@'));
		await expect(stranger`select 1`).rejects.toThrow('password authentication failed');
		await sql.end();
		await database.leave();
	});

	test.runIf(isHere)('is used by a second process, and stopped by the last that leaves', async ({ scene, expect }) => {
		const app = scene.guest({ binaries });
		const first = await app.hears('opened');
		const server = (await scene.server())!;
		const anImport = scene.guest({ binaries });
		const second = await anImport.hears('opened');
		expect([first?.startedHere, second?.startedHere]).toEqual([true, false]);
		expect(second?.url).toBe(first?.url);

		await app.leave();
		expect(isAlive(server)).toBe(true);
		await anImport.leave();
		expect(await scene.server()).toBeUndefined();
	});

	test.runIf(isHere)('is started by exactly one of four that come at once', async ({ scene, expect }) => {
		const guests = [1, 2, 3, 4].map(() => scene.guest({ binaries }));
		const opened = await Promise.all(guests.map((guest) => guest.hears('opened')));
		expect(opened.filter((one) => one?.startedHere)).toHaveLength(1);
		expect(new Set(opened.map((one) => one?.url)).size).toBe(1);

		await Promise.all(guests.map((guest) => guest.leave()));
		expect(await scene.server()).toBeUndefined();
	});
});

describe.concurrent('coming and going', { timeout: 120_000 }, () => {
	test('who arrives while the last one leaves has a server all the same', async ({ before, expect }) => {
		let last = await before.open();
		for (let round = 0; round < 12; round++) {
			const leaving = new Promise((soon) => setTimeout(soon, round)).then(last.leave);
			const arrived = await before.open();
			await leaving;

			const sql = postgres(arrived.url);
			expect(await sql`select 42 as "answer"`).toEqual([{ answer: 42 }]);
			await sql.end();
			last = arrived;
		}
		await last.leave();
	});

	test('leaving twice is leaving once, and waits for nobody', async ({ before, expect }) => {
		const database = await before.open();
		const forgotten = postgres(database.url);
		const endless = forgotten`select pg_sleep(120)`.catch((error: unknown) => error);
		await forgotten`select 1`;

		const start = performance.now();
		await Promise.all([database.leave(), database.leave()]);
		await database.leave();

		expect(performance.now() - start).toBeLessThan(40_000);
		expect(await before.server()).toBeUndefined();
		expect(await endless).toBeInstanceOf(Error);
	});

	test('Ctrl-C in the terminal reaches the app but not its database', async ({ before, expect }) => {
		const app = before.guest();
		await app.hears('opened');
		app.killGroup('SIGINT');

		expect(await app.hears('interrupted')).toBe(42);
		expect(await app.ended).toBe(0);
		expect(await before.server()).toBeUndefined();
	});
});

describe.concurrent('what is kept private', { timeout: 120_000 }, () => {
	test('the password is for our eyes only, and so is the log', async ({ scene, expect }) => {
		const database = await scene.open();
		const modes = await Promise.all(
			['postgres.password', 'postgres.log'].map((name) => stat(join(scene.dataDir, name)))
		);
		expect(modes.map(({ mode }) => mode & 0o777)).toEqual([0o600, 0o600]);
		expect(database.url).toContain((await readFile(join(scene.dataDir, 'postgres.password'), 'utf8')).trim());
		await database.leave();
	});

	test('the log repeats nothing of what customers said', async ({ before, expect }) => {
		const database = await before.open();
		const sql = postgres(database.url);
		await sql`create table comment (words text unique)`;
		const said = () => sql`insert into comment values (${'the bill was wrong again'})`;
		await said();
		await expect(said()).rejects.toThrow('duplicate key');
		await sql.end();
		await database.leave();

		const log = await readFile(join(before.dataDir, 'postgres.log'), 'utf8');
		expect(log).toContain('duplicate key');
		expect(log).not.toContain('the bill was wrong again');
	});

	test.runIf(process.platform === 'linux')('the server is told nothing of our secrets', async ({ before, expect }) => {
		vi.stubEnv('SMTP_URL', 'smtp://user:secret@mail.example');
		const database = await before.open();
		expect(await readFile(`/proc/${await before.server()}/environ`, 'utf8')).not.toContain('SMTP_URL');
		await database.leave();
		vi.unstubAllEnvs();
	});
});
