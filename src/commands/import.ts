import { createHash } from 'node:crypto';
import { copyFile, mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { beginRun, hasRejects, importRun, planImport, runImport, updateRun } from '#domain/imports/server.ts';
import { bytesOf } from '#domain/imports/files/bytes.server.ts';
import { FileProblem } from '#domain/imports/files/problem.ts';
import type { ImportCounts, ImportFile } from '#domain/imports/import.ts';
import { checkedMapping } from '#domain/imports/mapping/checked.ts';
import { dateOrders } from '#domain/imports/mapping/mapping.ts';
import type { Mapping } from '#domain/imports/mapping/mapping.ts';
import type { FileOnDisk, Plan } from '#domain/imports/plan.ts';
import { nothingNew, summaryByKind, whichRowCounts } from '#domain/imports/view/state.ts';
import { workOutAfterRefresh } from '#domain/money/server.ts';
import { Refusal } from '#domain/refusal.ts';
import type { Db } from '#platform/db/connect.ts';
import { isDiskFull } from '#platform/disk-full.ts';
import { importedFile, importFolder, rejectsIn } from '#platform/imported-files.ts';
import { count } from '#ui/format/number.ts';
import { command, CommandProblem } from './fail.ts';
import { progressLine } from './progress.ts';
import { withDatabase } from './with-database.ts';

const usage = `npm run import -- <file or folder> [--preset NAME] [--map FILE] [--dry-run] [--json]
  --preset NAME    template or olist; without it a file is recognised by its headings
  --map FILE       how columns become fields, as JSON: { "columns": { "Account": "customer_id" }, "constants": { "currency": "EUR" }, "source": "billing" }
  --dates ORDER    day-first, month-first, year-first or excel-serial (46387), where the file does not show it
  --decimal MARK   point or comma, where the file does not show it
  --dry-run        checks everything and writes nothing
  --json           one line of JSON instead of sentences
Exit code 0: every row went in. 3: some were rejected and are in a rejects file. 1: nothing was done.`;

await command(async () => {
	const { values, positionals } = readArguments();
	if (values.help || positionals.length !== 1) {
		console.error(usage);
		return values.help ? 0 : 1;
	}
	const { json = false, 'dry-run': dryRun = false } = values;
	const say = json ? () => {} : (line: string) => console.error(line);

	try {
		return await withDatabase('import', async (db, { dataDir }) => {
			const files = await filesAt(resolve(positionals[0]));
			const mapping = values.map ? await mappingIn(values.map, values) : undefined;
			const plan = await planImport(db, files, { preset: values.preset, mapping });
			answerOpen(plan, values);
			if (plan.questions.length > 0) throw new CommandProblem(questionsOf(plan));
			plan.warnings.forEach((warning) => say(`Note: ${warning}`));
			const outcome = await carryOut(db, { plan, files, dataDir, dryRun, say });
			// The rows are in, and whoever waits for them need not wait for what follows from them.
			const code = report(outcome, { json, dryRun });
			if (!dryRun) await revalue(db, say);
			return code;
		});
	} catch (error) {
		if (error instanceof FileProblem || error instanceof Refusal) throw new CommandProblem(error.message);
		throw error;
	}
});

/** Prices and values follow from the books. The rows are in, whatever becomes of it; the next start tries again. */
async function revalue(db: Db, say: (line: string) => void): Promise<void> {
	try {
		await workOutAfterRefresh(db, { now: () => new Date() });
	} catch {
		say('Note: prices and lifetime values could not be worked out and are those from before this import.');
	}
}

function readArguments() {
	try {
		return parseArgs({
			allowPositionals: true,
			options: {
				preset: { type: 'string' },
				map: { type: 'string' },
				dates: { type: 'string' },
				decimal: { type: 'string' },
				'dry-run': { type: 'boolean' },
				json: { type: 'boolean' },
				help: { type: 'boolean' }
			}
		});
	} catch (error) {
		throw new CommandProblem(`${(error as Error).message}\n${usage}`);
	}
}

async function filesAt(path: string): Promise<FileOnDisk[]> {
	const found = await stat(path).catch(() => null);
	if (!found) throw new CommandProblem(`There is no file or folder ${path}.`);
	if (!found.isDirectory()) return [{ path, name: basename(path) }];
	const names = (await readdir(path)).filter((name) => /\.(csv|tsv|txt|xlsx)$/i.test(name)).sort();
	if (names.length === 0) throw new CommandProblem(`The folder ${path} holds no CSV, TSV or Excel files.`);
	return names.map((name) => ({ path: join(path, name), name }));
}

type Answers = { dates?: string; decimal?: string };

async function mappingIn(path: string, answers: Answers) {
	const text = await readFile(path, 'utf8').catch(() => {
		throw new CommandProblem(`There is no mapping file ${path}.`);
	});
	const mapping = checkedMapping(text);
	if ('problem' in mapping) throw new CommandProblem(`${path}: ${mapping.problem}`);
	return { ...mapping, ...checkedAnswers(answers) };
}

function checkedAnswers({ dates, decimal }: Answers): Pick<Mapping, 'dates' | 'decimal'> {
	const order = dateOrders.find((known) => known === dates);
	if (dates !== undefined && !order) throw new CommandProblem(`--dates takes ${dateOrders.join(', ')}.`);
	if (decimal !== undefined && decimal !== 'point' && decimal !== 'comma')
		throw new CommandProblem('--decimal takes point or comma.');
	return { ...(order ? { dates: order } : {}), ...(decimal ? { decimal } : {}) };
}

/** Puts what was said on the command line into the mappings, and takes the answered questions off the list. */
function answerOpen(plan: Plan, answers: Answers): void {
	const said = checkedAnswers(answers);
	for (const file of plan.files) Object.assign(file.mapping, said);
	if (said.dates)
		plan.questions = plan.questions.filter((question) => !question.includes('the day or the month first'));
	if (said.decimal) plan.questions = plan.questions.filter((question) => !question.includes('a point or a comma'));
}

function questionsOf({ files, questions }: Plan): string {
	const columns = files.map(({ name, mapping, profile }) => {
		const lines = profile.columns.map(
			(column) => `    ${JSON.stringify(column.name)}: ${JSON.stringify(mapping.columns[column.name] ?? null)}`
		);
		return `${name}, columns as they would be read:\n${lines.join('\n')}`;
	});
	return [
		'Nothing was imported; some things have to be said first:',
		...questions.map((question) => `  - ${question}`),
		...columns,
		'Say them with --map FILE, --dates or --decimal, or map the columns on the Data page.'
	].join('\n');
}

type CarryingOut = { plan: Plan; files: FileOnDisk[]; dataDir: string; dryRun: boolean; say: (line: string) => void };
type Outcome = { id: number; counts: ImportCounts; rejectsPath: string | null };

async function carryOut(db: Db, { plan, files, dataDir, dryRun, say }: CarryingOut): Promise<Outcome> {
	const now = () => new Date();
	const id = await beginRun(db, {
		preset: plan.preset,
		state: 'running',
		files: await Promise.all(files.map(described)),
		mapping: plan.files[0]?.mapping ?? null,
		startedBy: null,
		now: now()
	});
	const folder = importFolder(dataDir, id);
	const rejectsPath = rejectsIn(folder);
	const progress = progressLine(say, plan.records);
	try {
		if (!dryRun) await keepOriginals(files, folder);
		const counts = await runImport(db, {
			runId: id,
			plan,
			dryRun,
			by: null,
			rejectsPath,
			now,
			onProgress: progress.show,
			onWaiting: () => say('Another import is at work; waiting for it to finish …')
		});
		progress.end();
		return { id, counts, rejectsPath: (await hasRejects(rejectsPath)) ? rejectsPath : null };
	} catch (error) {
		// Of an import that brought nothing in there is nothing to trace.
		if (!dryRun) await rm(folder, { recursive: true, force: true });
		const known = await importRun(db, id).catch(() => null);
		if (known) await updateRun(db, id, { state: 'failed', message: messageOf(error), finishedAt: now() });
		throw error;
	}
}

function messageOf(error: unknown): string {
	if (error instanceof FileProblem || error instanceof Refusal) return error.message;
	return isDiskFull(error)
		? 'The disk was full; nothing was taken in.'
		: 'It stopped for a reason that is in the log; nothing was taken in.';
}

async function described({ path, name }: FileOnDisk): Promise<ImportFile> {
	const hash = createHash('sha256');
	let bytes = 0;
	for await (const piece of bytesOf(path)) {
		hash.update(piece);
		bytes += piece.length;
	}
	return { name, bytes, sha256: hash.digest('hex') };
}

/** What was handed over is kept byte for byte, so that any figure can be traced to it: a file may be called rejects.csv. */
async function keepOriginals(files: FileOnDisk[], folder: string): Promise<void> {
	await mkdir(folder, { recursive: true, mode: 0o700 });
	for (const [i, { path }] of files.entries()) await copyFile(path, importedFile(folder, i));
}

function report({ id, counts, rejectsPath }: Outcome, { json, dryRun }: { json: boolean; dryRun: boolean }): number {
	if (json) console.log(JSON.stringify({ import: id, dryRun, ...counts, rejects: rejectsPath }));
	else {
		console.log(
			`${dryRun ? 'Checked' : 'Imported'} ${count(counts.rows, 'record')}${dryRun ? '; nothing was written' : ` as import ${id}`}.`
		);
		const told = summaryByKind(counts);
		for (const line of told) console.log(`  ${line}`);
		if (told.length === 0 && counts.rejected === 0) console.log(`  ${nothingNew}`);
		if (dryRun) console.log(`  ${whichRowCounts}`);
		if (rejectsPath) console.log(`  ${counts.rejected} rejected, each with its reason: ${rejectsPath}`);
	}
	return counts.rejected > 0 ? 3 : 0;
}
