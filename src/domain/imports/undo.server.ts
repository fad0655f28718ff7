import type { Db } from '#platform/db/connect.ts';
import { eraseFromAlerts } from '../alerts/server.ts';
import { audit } from '../auth/server.ts';
import { listTouched, refreshTouched } from '../money/server.ts';
import { deleteNotesOfImport } from '../officer/server.ts';
import { Refusal } from '../refusal.ts';
import { organisationOf } from '../scope/server.ts';
import { inAct } from '../voice/server.ts';
import { lockImports, markUndone, selectRun } from './queries/runs.server.ts';
import { deleteImported, importsBuiltOn, restoreReplaced } from './queries/undo.server.ts';

const noReason = 'No reason was given.';

/**
 * Takes an import back: its rows go, what it changed is as before, and every figure follows. All of it or nothing. The
 * comments that go with it stay counted, with who withdrew them and why.
 */
export function undoImport(
	db: Db,
	id: number,
	{ by, now, reason = noReason }: { by: { id: number } | null; now: () => Date; reason?: string }
): Promise<void> {
	return db.transaction(async (tx) => {
		await lockImports(tx);
		const run = await selectRun(tx, id);
		if (!run) throw new Refusal('not-found', 'There is no such import.');
		if (run.state !== 'committed') throw new Refusal('conflict', 'Only an import that went in can be undone.');
		const later = await importsBuiltOn(tx, id);
		if (later.length > 0)
			throw new Refusal('conflict', `Import ${later.join(', ')} came later and builds on this one: undo that first.`);

		const { timeZone } = await organisationOf(tx);
		await listTouched(tx, { importId: id });
		let notes = 0;
		await inAct(tx, { kind: 'undo', by, reason, importId: id, at: now(), zone: timeZone }, async () => {
			await restoreReplaced(tx, id);
			notes = await deleteNotesOfImport(tx, id);
			await deleteImported(tx, id);
		});
		await eraseFromAlerts(tx);
		await refreshTouched(tx, { zone: timeZone, now });
		await markUndone(tx, id, by?.id ?? null, now());
		await audit(
			tx,
			by,
			'undid an import',
			`import ${id}${notes > 0 ? ` and ${notes} of our own notes on its customers` : ''}: ${reason}`
		);
	});
}
