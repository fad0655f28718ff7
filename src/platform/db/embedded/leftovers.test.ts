import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import postgres from 'postgres';
import { describe } from 'vitest';
import { notedPostmaster, noteIn } from './postmaster.ts';
import type { Guest } from './testing/invite.ts';
import type { Scene } from './testing/scene.ts';
import { isAlive, test } from './testing/scene.ts';

describe.concurrent('what a kill leaves behind does not block the next start', { timeout: 120_000 }, () => {
	test('a note whose process id is now that of another program', async ({ before, expect }) => {
		const another = spawn('sleep', ['120'], await before.serversUser());
		await rewriteNote(await noteOfKilledServer(before), another.pid!);

		expect(await startsAgain(before)).toBe(true);
		expect(isAlive(another.pid!)).toBe(true);
		another.kill();
	});

	test.runIf(process.platform === 'linux')(
		'a note of a process that nobody has reaped yet',
		async ({ before, expect }) => {
			const carelessParent = spawn('sh', ['-c', 'sleep 0.1 & echo $!; exec sleep 120'], await before.serversUser());
			const [zombie] = (await once(carelessParent.stdout, 'data')) as [Buffer];
			await rewriteNote(await noteOfKilledServer(before), Number(zombie));

			expect(isAlive(Number(zombie))).toBe(true); // as far as signals can tell, which is all that PostgreSQL asks
			expect(await startsAgain(before)).toBe(true);
			carelessParent.kill();
		}
	);

	test.for(['', 'not a number\n'])('a note cut short: %j', async (text, { before, expect }) => {
		await writeFile(await noteOfKilledServer(before), text);
		expect(await startsAgain(before)).toBe(true);
	});

	test('a first start killed at any moment', async ({ scene, expect }) => {
		for (const milliseconds of [150, 350, 550, 800]) {
			const app = scene.guest();
			await pause(milliseconds);
			app.killGroup('SIGKILL'); // with its initdb; the server is in a session of its own
			await app.ended;
		}
		const app = scene.guest();
		expect(await app.hears('opened')).toMatchObject({ found: 0 });
		await app.leave();
		expect((await readdir(scene.dataDir)).filter((name) => name.includes('.new'))).toEqual([]);
	});

	test('a server that is still recovering, its starter killed', async ({ before, expect }) => {
		await killedWithMuchToRecover(before);
		const cluster = await before.cluster();
		const old = (await notedPostmaster(cluster))!.pid;
		const impatient = before.guest();
		let noted = await notedPostmaster(cluster);
		while ([old, undefined].includes(noted?.pid)) {
			await pause(5);
			noted = await notedPostmaster(cluster);
		}
		expect(noted?.ready).toBe(false);
		impatient.kill();

		const patient = before.guest();
		expect(await patient.hears('opened')).toMatchObject({ startedHere: false });
		await patient.leave();
	});

	test('a query of a killed server that does not notice: we wait, as two servers would ruin the data', async ({
		before,
		expect,
		onTestFinished
	}) => {
		const app = before.guest();
		const { url } = (await app.hears('opened'))!;
		const sql = postgres(url, { max: 2, onnotice: () => {} });
		const busy = sql`select count(*) from generate_series(1, 100000) a, generate_series(1, 1000000) b`.catch(() => {});
		const working = () => sql<{ pid: number }[]>`
			select pid from pg_stat_activity where query like '%generate_series%' and pid <> pg_backend_pid()
		`;
		await expect.poll(working).toHaveLength(1);
		const [{ pid }] = await working();
		onTestFinished(() => void (isAlive(pid) && process.kill(pid, 'SIGKILL')));
		process.kill((await before.server())!, 'SIGKILL');
		await app.ended;

		const next = before.guest();
		const opened = next.hears('opened').then(() => 'opened');
		expect(await Promise.race([opened, pause(1_500, 'waiting')])).toBe('waiting');
		process.kill(pid, 'SIGKILL');
		expect(await opened).toBe('opened');
		await next.leave();
		await busy;
		await sql.end({ timeout: 1 });
	});
});

describe.concurrent('while we use it', { timeout: 120_000 }, () => {
	test('a killed server is reported once, and leaving is still possible', async ({ before, expect }) => {
		let lost = 0;
		const { promise: reported, resolve } = Promise.withResolvers<void>();
		const database = await before.open({ onLost: () => resolve(void lost++) });
		process.kill((await before.server())!, 'SIGKILL');
		await reported;

		await database.leave();
		expect(lost).toBe(1);
	});

	test('a server that restarts itself after a crash of one of its processes is still ours', async ({
		before,
		expect
	}) => {
		let lost = 0;
		const database = await before.open({ onLost: () => lost++ });
		const server = (await before.server())!;
		const sql = postgres(database.url, { max: 1, onnotice: () => {} });
		const [{ pid }] = await sql<{ pid: number }[]>`select pg_backend_pid() as "pid"`;
		process.kill(pid, 'SIGKILL');

		const seats = () => sql`select from pg_stat_activity where application_name = 'empty-chair seat'`.catch(() => []);
		await expect.poll(seats).toHaveLength(1);
		expect(lost).toBe(0);
		expect(await before.server()).toBe(server);

		await sql.end();
		await database.leave();
		expect(await before.server()).toBeUndefined();
	});
});

/** True when a server was started, and soon. */
async function startsAgain(scene: Scene): Promise<boolean> {
	const start = performance.now();
	const { startedHere, leave } = await scene.open();
	const soon = performance.now() - start < 45_000;
	await leave();
	return startedHere && soon;
}

async function noteOfKilledServer(scene: Scene): Promise<string> {
	const app = scene.guest();
	await app.hears('opened');
	await killBoth(scene, app);
	return noteIn(await scene.cluster());
}

async function killedWithMuchToRecover(scene: Scene) {
	const app = scene.guest({ settings: { max_wal_size: '2GB' } });
	const sql = postgres((await app.hears('opened'))!.url);
	await sql`create table much as select number, repeat('x', 100) from generate_series(1, 800000) number`;
	await killBoth(scene, app);
	await sql.end();
}

async function killBoth(scene: Scene, app: Guest) {
	app.kill();
	process.kill((await scene.server())!, 'SIGKILL');
	await app.ended;
	while (await scene.server()) await pause(10);
}

async function rewriteNote(note: string, pid: number) {
	await writeFile(note, (await readFile(note, 'utf8')).replace(/^\d+/, String(pid)));
}
