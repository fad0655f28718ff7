import type { Db } from '#platform/db/connect.ts';
import { audit } from '../auth/server.ts';
import { sourceNamed } from '../customers/server.ts';
import { refreshKeptSums } from '../money/server.ts';
import { organisationOf } from '../scope/server.ts';
import { dayIn } from '../scope/zone.ts';
import { sealImport } from '../voice/server.ts';
import { removeDemo } from './demo.server.ts';
import { noneFromTheFuture } from './from-the-future.ts';
import type { ImportCounts } from './import.ts';
import { load } from './load.server.ts';
import type { Progress } from './load.server.ts';
import { converterOf, settleZone } from './organisation.server.ts';
import type { Plan } from './plan.ts';
import { namedAsIn } from './rejected-columns.ts';
import { rejectsFile } from './rejects.server.ts';
import { importsAreFree, lockImports, updateRun } from './queries/runs.server.ts';

export type Running = {
	/** The run's record, made beforehand so that it can be watched. */
	runId: number;
	plan: Pick<Plan, 'source' | 'timeZone' | 'files' | 'batches'>;
	/** Reads and checks everything against the database, and writes nothing. */
	dryRun: boolean;
	by: { id: number } | null;
	/** Where rejected records are written. */
	rejectsPath: string;
	now: () => Date;
	signal?: AbortSignal;
	onProgress?: (progress: Progress) => void;
	/** Another import is at work; this one waits for its turn. */
	onWaiting?: () => void;
};

/** Undoes a dry run's transaction after everything has been tried. */
class OnlyTried extends Error {}

/**
 * Carries an import out in one transaction: all sound records go in and the kept sums follow, or nothing happens. The
 * first real import takes the place of the made-up company.
 */
export async function runImport(db: Db, running: Running): Promise<ImportCounts> {
	const { runId, dryRun, now } = running;
	const rejects = rejectsFile(running.rejectsPath);
	let counts: ImportCounts | undefined;
	try {
		await updateRun(db, runId, { state: dryRun ? 'checking' : 'running' });
		await db.transaction(async (tx) => {
			const named = namedAsIn(running.plan.files);
			counts = await carryOut(tx, running, (found) => rejects.add(found.map(named)));
			// Before anything is in for good: no import is without the list of what it left out.
			await rejects.keep();
			if (dryRun) throw new OnlyTried();
		});
	} catch (error) {
		if (!(error instanceof OnlyTried)) throw error;
	} finally {
		await rejects.close();
	}
	if (dryRun) await updateRun(db, runId, { state: 'checked', counts, finishedAt: now() });
	return counts!;
}

async function carryOut(
	tx: Db,
	running: Running,
	onRejects: Parameters<typeof load>[2]['onRejects']
): Promise<ImportCounts> {
	const { runId, plan, dryRun, by, now, signal, onProgress = () => {}, onWaiting = () => {} } = running;
	if (!(await importsAreFree(tx))) onWaiting();
	await lockImports(tx);

	if ((await organisationOf(tx)).demoSince) await removeDemo(tx, { by, now, keepRun: runId });
	await settleZone(tx, plan.timeZone);
	const { timeZone } = await organisationOf(tx);
	const origin = { importId: runId, sourceId: await sourceNamed(tx, plan.source) };
	const day = dayIn(now(), timeZone);
	const counts = await load(tx, noneFromTheFuture(plan.batches(signal), day), {
		origin,
		day,
		converterFor: (currency) => converterOf(tx, currency),
		onProgress,
		onRejects
	});
	if (dryRun) return counts;

	await sealImport(tx, runId, { zone: timeZone, now: now() });
	await refreshKeptSums(tx, { importId: runId }, { zone: timeZone, now });
	await updateRun(tx, runId, { state: 'committed', sourceId: origin.sourceId, counts, finishedAt: now() });
	await audit(tx, by, 'imported', `${plan.source}, import ${runId}`, counts);
	return counts;
}
