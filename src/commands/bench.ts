import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { whatIsKnown } from '#domain/money/server.ts';
import { dayIn } from '#domain/scope/zone.ts';
import { seededRandom } from '#stats/index.ts';
import { connect } from '#platform/db/connect.ts';
import { openDatabase } from '#platform/db/database.ts';
import { settingsFrom } from '#platform/settings.ts';
import { fillCompany, sizes } from '#tests/bench/company.ts';
import type { Size } from '#tests/bench/company.ts';
import { feedPages } from '#tests/bench/feed.ts';
import { answersImport, revenueImport } from '#tests/bench/import.ts';
import { snapshotsByMail } from '#tests/bench/mail.ts';
import { moneyPage, pricesOfTheClock } from '#tests/bench/money.ts';
import { timed, written } from '#tests/bench/measure.ts';
import type { Measured } from '#tests/bench/measure.ts';
import { readers, reviewPage } from '#tests/bench/pages.ts';
import { runningProduct } from '#tests/bench/product.ts';
import { priceOfAPoint } from '#tests/bench/price-truth.ts';
import { fourQuestions } from '#tests/bench/questions.ts';
import { scriptOfFirstView } from '#tests/bench/script.ts';
import { voicePages } from '#tests/bench/voice.ts';
import { buildIfNeeded } from './build.ts';
import { command, CommandProblem } from './fail.ts';

const parts = [
	'starts',
	'script',
	'pages',
	'money',
	'questions',
	'feed',
	'readers',
	'import',
	'refresh',
	'voice',
	'price',
	'mail'
] as const;
type Part = (typeof parts)[number];

/** These bring a database of their own. */
const onTheirOwn = new Set<Part>(['voice', 'price', 'mail']);

const usage = `npm run bench -- [--size S|M|L] [--only PART,PART] [--data FOLDER] [--json]
  --size S      12,000 customers; M 100,000; L 1,000,000 (hours, and some 30 GB of disk)
  --only        of ${parts.join(', ')}
  --data        where the made-up company is kept for the next time; without it, it is thrown away afterwards
  --json        the measurements as JSON`;

const importedRows: Record<Size, number> = { S: 500_000, M: 2_000_000, L: 5_000_000 };
const comments: Record<Size, number> = { S: 200_000, M: 500_000, L: 1_000_000 };
/** How often a worker that sends mail is killed. */
const kills = 200;
const now = () => new Date();
const say = (line: string) => console.error(line);

await command(async () => {
	const { size, wanted, data, json } = options();
	const folder = await mkdtemp(join(tmpdir(), 'empty-chair-bench-'));
	// As root, PostgreSQL runs as somebody else, who has to be able to enter.
	await chmod(folder, 0o755);
	try {
		const measured = await measure({ size, wanted, folder, dataDir: data ?? join(folder, 'data') });
		console.log(json ? JSON.stringify(measured) : written(measured));
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
	return 0;
});

function options() {
	const text = { type: 'string' } as const;
	const flag = { type: 'boolean' } as const;
	const { values } = parseArgs({ options: { size: text, only: text, data: text, json: flag, help: flag } });
	const { size = 'S', only = parts.join(','), data, json = false, help } = values;
	const wanted = only.split(',') as Part[];
	if (help || !(size in sizes) || wanted.some((part) => !parts.includes(part))) throw new CommandProblem(usage);
	return { size: size as Size, wanted: new Set(wanted), data: data && resolve(data), json };
}

type Wishes = { size: Size; wanted: Set<Part>; folder: string; dataDir: string };

async function measure({ size, wanted, folder, dataDir }: Wishes): Promise<Measured[]> {
	const settings = { ...settingsFrom({}), dataDir };
	const onLost = () => process.exit(1);
	const measured: Measured[] = [];
	const add = async (part: Part, work: () => Promise<Measured[]>) => {
		if (!wanted.has(part)) return;
		say(`Measuring ${part} …`);
		measured.push(...(await work()));
	};

	if ([...wanted].some((part) => !onTheirOwn.has(part))) {
		await buildIfNeeded(say);
		const filled = await timed(() => fill(settings, size));
		const database = await openDatabase(settings, { onLost });
		const { db, close } = connect(database.url, { connections: 4, name: 'empty-chair bench' });
		if (wanted.has('money')) await pricesOfTheClock(db);
		const product = await runningProduct(db, dataDir);
		try {
			await add('starts', async () =>
				starts(size, { filled: filled.result ? filled.ms : null, again: product.startedInMs })
			);
			await add('script', () => scriptOfFirstView(product));
			await add('pages', () => reviewPage(db, product));
			await add('money', () => moneyPage(db, product));
			await add('questions', () => fourQuestions(db, product.week));
			await add('feed', () => feedPages(db));
			await add('readers', () => readers(product, seededRandom(1)));
			await add('import', () => revenueImport(db, importedRows[size], { folder, dataDir }));
			await add('refresh', () => answersImport(db, { folder, dataDir }, size === 'L'));
		} finally {
			await product.stop();
			await close();
			await database.leave();
		}
	}
	await add('voice', () => voicePages(join(folder, 'voice'), comments[size]));
	await add('price', async () => priceOfAPoint(200, say));
	await add('mail', () => snapshotsByMail(join(folder, 'mail'), kills));
	return measured;
}

/** Makes the company unless an earlier run has left it; true if it was made now. */
async function fill(settings: ReturnType<typeof settingsFrom>, size: Size): Promise<boolean> {
	const database = await openDatabase(settings, { onLost: () => process.exit(1) });
	const { db, close } = connect(database.url, { connections: 2, name: 'empty-chair bench' });
	try {
		if (await whatIsKnown(db)) return false;
		say(`Making up a company of ${sizes[size].toLocaleString('en-US')} customers …`);
		await fillCompany(db, { size, today: dayIn(now(), 'UTC'), now, say });
		return true;
	} finally {
		await close();
		await database.leave();
	}
}

function starts(size: Size, { filled, again }: { filled: number | null; again: number }): Measured[] {
	const made: Measured = { part: 'starts', what: 'database made and filled', value: (filled ?? 0) / 1000, unit: 's' };
	const goal = size === 'S' ? { goal: '≤ 25 s', met: (filled ?? 0) <= 25_000 } : {};
	return [
		...(filled === null ? [] : [{ ...made, ...goal }]),
		{
			part: 'starts',
			what: 'start, built and filled',
			value: again / 1000,
			unit: 's',
			goal: '≤ 5 s',
			met: again <= 5_000
		}
	];
}
