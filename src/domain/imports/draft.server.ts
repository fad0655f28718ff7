import type { Db } from '#platform/db/connect.ts';
import { audit } from '../auth/server.ts';
import { Refusal } from '../refusal.ts';
import type { FileProfile } from './files/file-profile.ts';
import type { WhereInFile } from './import.ts';
import type { Mapping } from './mapping/mapping.ts';
import { headingsKey } from './plan.server.ts';
import {
	deleteUnusedRun,
	failInterrupted,
	importsAreFree,
	keepMapping,
	selectRun,
	uncheckRun,
	updateFiles
} from './queries/runs.server.ts';

/** Keeps how the columns of a file are read, for this import and whenever the same headings come again. */
export const keepMappingOf = (
	db: Db,
	id: number,
	{ profile, mapping, now }: { profile: FileProfile; mapping: Mapping; now: Date }
): Promise<void> =>
	db.transaction(async (tx) => {
		await keepMapping(tx, headingsKey(profile.columns.map(({ name }) => name)), mapping, now);
		await uncheckRun(tx, id);
	});

/** Notes that a file's table is elsewhere in it than was thought. */
export const askedToLookAgain = (db: Db, id: number, file: number, where: WhereInFile): Promise<void> =>
	db.transaction(async (tx) => {
		const run = await selectRun(tx, id);
		if (!run?.files[file]) throw new Refusal('not-found', 'There is no such file in this import.');
		await updateFiles(
			tx,
			id,
			run.files.map((one, i) => (i === file ? { ...one, where } : one))
		);
		await uncheckRun(tx, id);
	});

/** Forgets files that were handed over and never went in. */
export const discardRun = (db: Db, id: number, by: { id: number }): Promise<void> =>
	db.transaction(async (tx) => {
		if (!(await deleteUnusedRun(tx, id)))
			throw new Refusal('conflict', 'Only files that are not in, and are not going in, can be discarded.');
		await audit(tx, by, 'discarded files', `import ${id}`);
	});

/** Imports that were under way when the server went away: their transactions went with it. */
export const forgetInterrupted = (db: Db, now: Date): Promise<void> =>
	db.transaction(async (tx) => {
		// One that runs beside the server, from the command line, is not interrupted.
		if (!(await importsAreFree(tx))) return;
		await failInterrupted(tx, 'Empty Chair was stopped while it ran; nothing was taken in. Start it again.', now);
	});
