import type { FileProfile } from '#domain/imports/files/file-profile.ts';
import { FileProblem } from '#domain/imports/files/problem.ts';
import { profileFile } from '#domain/imports/files/profile.server.ts';
import type { FileOnDisk, Plan } from '#domain/imports/plan.ts';
import { planImport, runImport, updateRun } from '#domain/imports/server.ts';
import type { ImportRecord } from '#domain/imports/server.ts';
import { Refusal } from '#domain/refusal.ts';
import type { Db } from '#platform/db/connect.ts';
import { isDiskFull } from '#platform/disk-full.ts';
import { importedFile, importFolder, rejectsIn } from '#platform/imported-files.ts';
import { log } from '#platform/log.ts';
import { safeError } from '#platform/safe-error.ts';
import { revalue } from '../beside-work.server.ts';

/** How far an import has come, as this process knows it. `waiting`: for another one. */
export type Progress = { rows: number; of: number | null; file: string; waiting: boolean };

const underWay = new Map<number, Progress>();
export const progressOf = (id: number): Progress | null => underWay.get(id) ?? null;

/** Files are looked at once: reading a large one through takes a while. Few are kept, as few are of interest at a time. */
const looks = new Map<string, Promise<FileProfile>>();
const mostLooks = 50;

function look(key: string, path: string, where: ImportRecord['files'][number]['where']): Promise<FileProfile> {
	let profile = looks.get(key);
	if (!profile) {
		profile = profileFile(path, where);
		profile.catch(() => {});
		looks.set(key, profile);
		if (looks.size > mostLooks) looks.delete(looks.keys().next().value!);
	}
	return profile;
}

export type Filed = Pick<ImportRecord, 'id' | 'files'>;

/** How an import would be read, with the mappings that are kept by now. Throws a `FileProblem` for what is no table. */
export function planOf(db: Db, dataDir: string, { id, files }: Filed): Promise<Plan> {
	const onDisk = files.map(({ name }, i) => ({ name, path: importedFile(importFolder(dataDir, id), i) }));
	const profileOf = ({ path }: FileOnDisk) => {
		const at = onDisk.findIndex((file) => file.path === path);
		return look(JSON.stringify([id, at, files[at].where]), path, files[at].where);
	};
	return planImport(db, onDisk, { profileOf });
}

type Going = { db: Db; dataDir: string; run: Filed; dryRun: boolean; by: { id: number } };

/** Checks an import or brings it in, while nobody waits: the page looks how far it is. */
export async function setOut({ db, dataDir, run, dryRun, by }: Going): Promise<void> {
	const now = () => new Date();
	const progress: Progress = { rows: 0, of: null, file: '', waiting: false };
	underWay.set(run.id, progress);
	try {
		const plan = await planOf(db, dataDir, run);
		progress.of = plan.records;
		await runImport(db, {
			runId: run.id,
			plan,
			dryRun,
			by,
			rejectsPath: rejectsIn(importFolder(dataDir, run.id)),
			now,
			onProgress: ({ rows, file }) => Object.assign(progress, { rows, file, waiting: false }),
			onWaiting: () => (progress.waiting = true)
		});
	} catch (error) {
		const isSaid = error instanceof FileProblem || error instanceof Refusal;
		if (!isSaid) log.error({ import: run.id, error: safeError(error) }, 'import failed');
		const message = isSaid ? error.message : failure(error);
		await updateRun(db, run.id, { state: 'failed', message, finishedAt: now() }).catch((lost: unknown) =>
			log.error({ import: run.id, error: safeError(lost) }, 'import failed, and could not be marked as failed')
		);
	} finally {
		underWay.delete(run.id);
	}
	if (!dryRun) await revalue();
}

const failure = (error: unknown): string =>
	isDiskFull(error)
		? 'The disk is full; nothing was taken in. Make room, then check it again.'
		: 'It stopped for a reason that is in the log; nothing was taken in.';
