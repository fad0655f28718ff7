import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beginRun, planImport, runImport } from '#domain/imports/server.ts';
import type { ImportCounts } from '#domain/imports/import.ts';
import type { Mapping } from '#domain/imports/mapping/mapping.ts';
import type { FileOnDisk } from '#domain/imports/plan.ts';
import type { Db } from '#platform/db/connect.ts';

export const now = () => new Date('2026-11-23T08:00:00Z');

type Wishes = { mapping?: Mapping; preset?: string; dryRun?: boolean; signal?: AbortSignal };
export type Imported = { id: number; counts: ImportCounts; rejects: string[]; warnings: string[] };

/** Imports files given as text, as the page and the command do, and tells what became of them. */
export async function importText(
	db: Db,
	texts: Record<string, string | Uint8Array>,
	wishes: Wishes = {}
): Promise<Imported> {
	const folder = await mkdtemp(join(tmpdir(), 'empty-chair-import-'));
	try {
		const files = Object.keys(texts).map((name) => ({ name, path: join(folder, name) }));
		for (const { name, path } of files) await writeFile(path, texts[name]);
		return await importFiles(db, files, folder, wishes);
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

/** The same for files that are there already. */
export async function importFiles(db: Db, files: FileOnDisk[], folder: string, wishes: Wishes = {}): Promise<Imported> {
	const plan = await planImport(db, files, wishes);
	if (plan.questions.length > 0) throw new Error(`open questions: ${plan.questions.join(' ')}`);
	const described = files.map(({ name }) => ({ name, bytes: 0, sha256: '' }));
	const id = await beginRun(db, {
		preset: plan.preset,
		state: 'running',
		files: described,
		mapping: null,
		startedBy: null,
		now: now()
	});
	const rejectsPath = join(folder, 'rejects.csv');
	const counts = await runImport(db, {
		runId: id,
		plan,
		dryRun: wishes.dryRun ?? false,
		by: null,
		rejectsPath,
		now,
		signal: wishes.signal
	});
	const rejects = await readFile(rejectsPath, 'utf8').catch(() => '');
	return { id, counts, rejects: rejects.split('\r\n').slice(1).filter(Boolean), warnings: plan.warnings };
}
