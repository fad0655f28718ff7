import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';
import { copyInto } from '#platform/db/copy.ts';
import { runCommand } from '#tests/e2e/server.ts';
import { someCustomers } from './company.ts';
import type { Measured } from './measure.ts';
import { timed } from './measure.ts';
import { peakMemoryOf } from './product.ts';

type Customer = { key: string; id: number };
type Place = { folder: string; dataDir: string };

/** Written once: a COPY that waits for its rows to be made up would be no limit. */
const days = Array.from({ length: 700 }, (_, i) => new Date(Date.UTC(2024, 0, 1 + i)).toISOString().slice(0, 10));
/** A company that was kept has the lines of the run before: those of this one are new. */
const run = Date.now().toString(36);
const day = (i: number) => days[i % days.length];

/** New revenue of known customers: a file through the importer, against a bare COPY of the same rows into the same table. */
export async function revenueImport(db: Db, rows: number, place: Place): Promise<Measured[]> {
	const customers = await someCustomers(db, 100_000);
	const bare = rows / ((await timed(() => undone(db, (tx) => bareCopy(tx, customers, rows, 'work')))).ms / 1000);
	const resting = rows / ((await timed(() => undone(db, (tx) => bareCopy(tx, customers, rows, 'rest')))).ms / 1000);
	const heap = rows / ((await timed(() => undone(db, (tx) => heapCopy(tx, customers, rows)))).ms / 1000);
	const file = await write(join(place.folder, 'revenue.csv'), revenueLines(customers, rows));
	const { seconds, refreshSeconds, worthSeconds, peak } = await imported(db, file, place);
	await rm(file);

	const rate = rows / (seconds - refreshSeconds);
	return [
		{
			...{
				part: 'import',
				what: `${rows.toLocaleString('en-US')} lines, keys and indexes`,
				value: rate,
				unit: 'rows/s'
			},
			...{
				limit: bare,
				limitIs: 'bare COPY',
				goal: '≥ 200,000 and ≥ 0.5 × COPY',
				met: rate >= 200_000 && rate >= bare / 2
			}
		},
		{
			...{ part: 'import', what: 'the same, foreign keys at rest in both', value: rate, unit: 'rows/s' },
			...{ limit: resting, limitIs: 'bare COPY', goal: '≥ 0.5 × COPY', met: rate >= resting / 2 }
		},
		{
			...{ part: 'import', what: 'the same, against what this machine can write at all', value: rate, unit: 'rows/s' },
			...{ limit: heap, limitIs: 'COPY into a table without key, index or rule' }
		},
		{ part: 'import', what: 'kept sums after it', value: refreshSeconds, unit: 's' },
		{ part: 'import', what: 'prices and values after that, with the rows in', value: worthSeconds, unit: 's' },
		...memory(peak)
	];
}

const memory = (peak: number): Measured[] =>
	peak === 0
		? []
		: [
				{
					...{ part: 'import', what: 'most memory of the importer', value: peak, unit: 'MB' },
					...{ goal: '≤ 300 MB', met: peak <= 300 }
				}
			];

/**
 * Ten thousand new answers of as many customers: how long the kept sums take to follow, against one pass over the raw
 * rows. The goal is for a million customers; among twelve thousand this touches nearly everybody.
 */
export async function answersImport(db: Db, place: Place, hasGoal: boolean): Promise<Measured[]> {
	const answers = 10_000;
	const customers = await someCustomers(db, answers);
	const pass = await timed(() =>
		db.execute(sql`
			select (select sum(score) from response), (select sum(reporting_minor) from revenue_line),
				(select count(*) from customer where segment is not null)
		`)
	);
	const file = await write(join(place.folder, 'answers.csv'), answerLines(customers, answers));
	const { refreshSeconds } = await imported(db, file, place);
	await rm(file);
	return [
		{
			...{ part: 'refresh', what: 'kept sums after 10,000 new answers', value: refreshSeconds, unit: 's' },
			...{ limit: pass.ms / 1000, limitIs: 'one pass over the raw rows' },
			...(hasGoal ? { goal: '≤ 5 s', met: refreshSeconds <= 5 } : {})
		}
	];
}

function* revenueLines(customers: Customer[], rows: number): Generator<string> {
	yield 'line_id,customer_id,revenue_kind,amount,currency,booked_on,served_from,served_until,product\n';
	for (let i = 0; i < rows; i++) {
		const { key } = customers[i % customers.length];
		yield `bench-${run}-${i},${key},recurring,${10 + (i % 500)}.00,USD,${day(i)},${day(i)},${day(i)},Subscription\n`;
	}
}

function* answerLines(customers: Customer[], answers: number): Generator<string> {
	yield 'response_id,customer_id,survey,survey_kind,metric,responded_at,score\n';
	for (let i = 0; i < answers; i++) {
		const { key } = customers[i % customers.length];
		yield `bench-${run}-${i},${key},Bench,relationship,nps,${day(i)}T12:00:00Z,${i % 11}\n`;
	}
}

async function bareCopy(db: Db, customers: Customer[], rows: number, keys: 'work' | 'rest'): Promise<void> {
	if (keys === 'rest') await db.execute(sql`set local session_replication_role = replica`);
	await copyLines(db, 'revenue_line', customers, rows);
}

/** The same rows with nothing to keep but themselves: no import that keeps its promises can be quicker. */
async function heapCopy(db: Db, customers: Customer[], rows: number): Promise<void> {
	await db.execute(sql`create table bench_heap (like revenue_line including identity)`);
	await copyLines(db, 'bench_heap', customers, rows);
}

/** The same lines in COPY's own words, each with the id that its customer has. */
async function copyLines(db: Db, table: string, customers: Customer[], rows: number): Promise<void> {
	const [source] = await db.execute(sql`select min(id) as id from source`);
	const lines = function* () {
		for (let i = 0; i < rows; i++) {
			const { id } = customers[i % customers.length];
			const minor = (10 + (i % 500)) * 100;
			const next = day(i + 1);
			const until = next > day(i) ? next : '2999-01-01';
			yield `${id}\t${String(source.id)}\t1\tbench-bare-${run}-${i}\trecurring\t${minor}\tUSD\t${minor}\t${day(i)}\t${day(i)}\t${until}\tSubscription\n`;
		}
	};
	await copyInto(
		db,
		`${table} (customer_id, source_id, import_id, source_line_id, kind, amount_minor, currency, reporting_minor,
			booked_on, served_from, served_to, product)`,
		lines()
	);
}

class Undone extends Error {}

const undone = (db: Db, work: (tx: Db) => Promise<void>) =>
	db
		.transaction(async (tx) => {
			await work(tx);
			throw new Undone();
		})
		.catch((error: unknown) => {
			if (!(error instanceof Undone)) throw error;
		});

async function write(path: string, lines: Iterable<string>): Promise<string> {
	const file = createWriteStream(path);
	let chunk = '';
	for (const line of lines) {
		chunk += line;
		if (chunk.length < 1 << 20) continue;
		if (!file.write(chunk)) await once(file, 'drain');
		chunk = '';
	}
	file.end(chunk);
	await once(file, 'finish');
	return path;
}

/**
 * Runs the command that people run, and watches its memory. It has the rows in when it says so; what follows from them,
 * prices and values, it works out after that.
 */
async function imported(db: Db, file: string, { dataDir }: Place) {
	let peak = 0;
	let saidAfter = 0;
	const began = performance.now();
	const { ms } = await timed(async () => {
		const command = runCommand('import', [file, '--json'], { DATA_DIR: dataDir });
		let printed = '';
		command.stdout!.once('data', () => (saidAfter = performance.now() - began));
		for (const stream of [command.stdout!, command.stderr!]) stream.on('data', (chunk) => (printed += chunk));
		const watch = setInterval(
			() => void peakMemoryOf(command.pid!).then((now) => (peak = Math.max(peak, now ?? 0))),
			100
		);
		const [code] = await once(command, 'exit');
		clearInterval(watch);
		if (code !== 0) throw new Error(`the import ended with ${code}:\n${printed}`);
	});
	const [refresh] = await db.execute(sql`select took_ms from refresh order by id desc limit 1`);
	const refreshSeconds = Number(refresh.took_ms) / 1000;
	return { seconds: saidAfter / 1000, refreshSeconds, worthSeconds: (ms - saidAfter) / 1000, peak };
}
