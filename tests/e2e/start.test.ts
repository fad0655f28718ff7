import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { oldestSupported } from '#tests/db/oldest.ts';
import { connect } from '#platform/db/connect.ts';
import { embeddedDatabase } from '#platform/db/embedded/embedded.ts';
import { finished, freePort, startProduct } from './server.ts';

/*
 * How the product starts, stops and says no, as processes that a person or a machine starts and ends. The data is a
 * small file, so that no start waits for the demo company.
 */

let dataDir: string;
let folder: string;

const people = Array.from({ length: 20 }, (_, i) => `C${i},Customer ${i},2024-01-01`);
const customers = ['customer_id,customer_name,started_on', ...people].join('\n');
const nps = 'Relationship,relationship,nps';
const answers = [
	'response_id,customer_id,survey,survey_kind,metric,responded_at,score',
	...people.map((_, i) => `R${i},C${i},${nps},2026-01-07T10:00:00Z,${i % 11}`)
].join('\n');

const privately = async (name: string) => {
	const path = await mkdtemp(join(tmpdir(), `empty-chair-${name}-`));
	await chmod(path, 0o755);
	return path;
};
const file = async (name: string, text: string) => {
	const path = join(folder, name);
	await writeFile(path, text);
	return path;
};
const command = (name: string, ...args: string[]) => finished(name, args, { DATA_DIR: dataDir });
const isUp = async (address: string) => (await fetch(`${address}/login`).catch(() => null))?.status === 200;

beforeAll(async () => {
	[dataDir, folder] = await Promise.all([privately('start'), privately('files')]);
	const { code, stderr } = await command('import', await file('customers.csv', customers));
	if (code !== 0) throw new Error(stderr);
});

afterAll(async () => {
	await rm(dataDir, { recursive: true, force: true, maxRetries: 10 });
	await rm(folder, { recursive: true, force: true });
});

describe('the import command', () => {
	test('says 0 when every row went in, 3 when some were rejected, 1 when nothing could be done', async () => {
		const good = await command('import', await file('answers.csv', answers), '--json');
		expect(good.code).toBe(0);
		expect(JSON.parse(good.stdout)).toMatchObject({ rows: 20, rejected: 0, responses: { added: 20 } });

		const withOneWrong = `${answers}\nR99,C1,${nps},2026-01-07T10:00:00Z,11`;
		const partly = await command('import', await file('rejects.csv', withOneWrong), '--json');
		expect(partly.code).toBe(3);
		expect(JSON.parse(partly.stdout)).toMatchObject({
			rejected: 1,
			responses: { added: 0, unchanged: 20 },
			rejects: expect.stringContaining('rejects.csv')
		});
		// What it left out does not take the place of what was handed over, whatever that was called.
		const kept = join(dirname(JSON.parse(partly.stdout).rejects), 'file-1');
		expect(await readFile(kept, 'utf8')).toBe(withOneWrong);

		const nothing = await command('import', join(folder, 'absent.csv'));
		expect(nothing).toMatchObject({ code: 1, stderr: expect.stringContaining('There is no file or folder') });
	});

	test('asks rather than guesses, and prints what it understood', async () => {
		const { code, stderr } = await command('import', await file('odd.csv', 'Kunde;Seit\nA;03/04/2026\n'));
		expect(code).toBe(1);
		expect(stderr).toContain('Say which column is customer_id');
		expect(stderr).toContain('"Kunde": null');
	});

	test('takes a mapping from a file', async () => {
		const map = await file(
			'map.json',
			JSON.stringify({ columns: { Kunde: 'customer_id', Seit: 'started_on' }, source: 'crm' })
		);
		const data = await file('kunden.csv', 'Kunde;Seit\nA;13/04/2026\nB;03/04/2026\n');
		const { code, stdout } = await command('import', data, '--map', map, '--json');
		expect(code).toBe(0);
		expect(JSON.parse(stdout)).toMatchObject({ customers: { added: 2 } });
	});
});

test('the figures of the command are those of the API, for any week and filter', async () => {
	const printed = await command('figures', '--week', '2026-W03', '--json');
	const figures = JSON.parse(printed.stdout);
	expect(figures.nps).toMatchObject({ unit: 'points', n: 20, low: expect.any(Number), high: expect.any(Number) });
	expect(figures.revenue).toMatchObject({ value: null, reason: 'no revenue has been imported yet' });

	const wrong = await command('figures', '--week', '2026-47');
	expect(wrong).toMatchObject({ code: 1, stderr: expect.stringContaining('such as 2026-W47') });
});

describe('start and stop', () => {
	test('a second start is quick, keeps the data, and SIGTERM stops everything, the database included', async () => {
		const began = Date.now();
		const product = await startProduct({ dataDir });
		expect(product.output()).toContain(`Empty Chair is at ${product.address}`);
		expect(await isUp(product.address)).toBe(true);
		// A first start makes the database and the company; this one finds them.
		expect(Date.now() - began).toBeLessThan(45_000);

		expect(await product.stop()).toBe(0);
		expect(await isUp(product.address)).toBe(false);
		expect(await readdir(join(dataDir, 'postgres'))).not.toContain('postmaster.pid');
	});

	test('what was killed without warning starts again by itself', async () => {
		for (let round = 0; round < 2; round++) {
			const product = await startProduct({ dataDir });
			expect(await isUp(product.address), product.output()).toBe(true);
			product.process.kill('SIGKILL');
			await product.ended;
		}
		const product = await startProduct({ dataDir });
		expect(await isUp(product.address), product.output()).toBe(true);
		await product.stop();
	});

	test('when the database is killed, the app says so in a sentence and ends with an error', async () => {
		const product = await startProduct({ dataDir });
		const beside = await embeddedDatabase({ dataDir });
		const { sql, close } = connect(beside.url, { connections: 1 });
		const [{ data }] = await sql<{ data: string }[]>`select current_setting('data_directory') as data`;
		const pid = Number((await import('node:fs')).readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0]);
		await close();
		process.kill(pid, 'SIGKILL');

		expect(await product.ended).toBe(1);
		expect(product.output()).toContain('The database has stopped. Start Empty Chair again');
		await beside.leave().catch(() => {});
	});
});

describe('what it cannot do it says in one sentence, and ends with an error', () => {
	const refused = async (env: Record<string, string>, dir = dataDir) => {
		const product = await startProduct({ dataDir: dir, env });
		const code = await product.ended;
		// Whoever has changed the code since is told that it is being built first.
		return { code, said: product.output().replace('Building …\n', '').trim() };
	};

	test('a port that is in use', async () => {
		const port = await freePort();
		const other = createServer().listen(port, '127.0.0.1');
		const product = await startProduct({ dataDir, port });
		expect(await product.ended).toBe(1);
		expect(product.output().trim()).toBe(
			`Port ${port} is in use, perhaps by Empty Chair itself: stop what runs there, or choose another with PORT=${port + 1}.`
		);
		other.close();
	});

	test('settings that cannot be meant', async () => {
		expect(await refused({ PORT: 'http' })).toEqual({ code: 1, said: 'PORT must be a whole number, such as 3000.' });
		expect(await refused({ DATABASE_URL: 'mysql://here' })).toEqual({
			code: 1,
			said: expect.stringMatching(/^DATABASE_URL must look like postgres:.*\.$/)
		});
	});

	test('a database that does not answer', async () => {
		const port = await freePort();
		const { code, said } = await refused({ DATABASE_URL: `postgres://me:secret@127.0.0.1:${port}/cx` });
		expect(code).toBe(1);
		expect(said).toBe(
			`The database at 127.0.0.1:${port} does not answer. Check DATABASE_URL and that the server runs.`
		);
	});

	test('a data folder that cannot be written', async () => {
		const path = await file('not-a-folder', '');
		const { code, said } = await refused({}, path);
		expect(code).toBe(1);
		expect(said.split('\n')).toHaveLength(1);
		expect(said).toContain(path);
	});

	test('a database that a newer version has migrated', async () => {
		const database = await embeddedDatabase({ dataDir });
		const { sql, close } = connect(database.url, { connections: 1 });
		await sql`insert into drizzle.__drizzle_migrations (hash, created_at) values ('from the future', 9999999999999)`;
		const outcome = await refused({});
		await sql`delete from drizzle.__drizzle_migrations where hash = 'from the future'`;
		await close();
		await database.leave();

		expect(outcome.code).toBe(1);
		expect(outcome.said).toBe(
			'This database was migrated by a newer version of Empty Chair. Start that version, or restore a backup made before the upgrade.'
		);
	});
});

describe.skipIf(!oldestSupported)('with a database of one’s own', () => {
	test('starts, migrates and serves on PostgreSQL 15, and leaves it running', async () => {
		const own = await privately('own-postgres');
		const server = await embeddedDatabase({ dataDir: own, binaries: oldestSupported! });
		const files = await privately('own-files');
		const env = { DATABASE_URL: server.url };
		await mkdir(files, { recursive: true });
		const imported = await finished('import', [await file('customers.csv', customers)], { ...env, DATA_DIR: files });
		expect(imported.code, imported.stderr).toBe(0);
		const product = await startProduct({ dataDir: files, env });
		expect(await isUp(product.address), product.output()).toBe(true);
		const { sql, close } = connect(server.url, { connections: 1 });
		// The queue has made its own tables beside ours, and its clock is set.
		const ticking = () => sql`select from pgboss.schedule where name = 'snapshots-look'`.catch(() => []);
		await expect.poll(async () => (await ticking()).length).toBe(1);
		expect(await product.stop()).toBe(0);

		expect((await sql`select count(*)::int as n from customer`)[0].n).toBe(20);
		await close();
		await server.leave();
		await Promise.all([own, files].map((path) => rm(path, { recursive: true, force: true, maxRetries: 10 })));
	});
});
