import type { Db } from '#platform/db/connect.ts';
import { makeRoomForTouched } from '../customers/server.ts';
import { lockThemesAgainst } from '../voice/themes/server.ts';
import { countFromNothing } from './count-from-nothing.server.ts';
import { knownToCount, parts, readWritten } from './kept-sums.server.ts';
import { keepRates, touchRerated } from './queries/base-rates.server.ts';
import { touchFamilies } from './queries/families.server.ts';
import { touchOverdue } from './queries/refresh-facts.server.ts';
import {
	analyseKept,
	analyseRaw,
	analyseTouched,
	countTouched,
	giveRoomToWork,
	noteRefresh,
	standOfSums,
	touchCustomers,
	touchEverybody,
	touchImported
} from './queries/touched.server.ts';

/** Which kept sums are out of date: those an import touched, those of some customers, or all. */
export type OutOfDate = { importId: number } | { customers: readonly number[] } | 'everything';

type Moment = { zone: string; now: () => Date };
type PartName = keyof typeof parts;

/** From this share of all customers on, starting afresh is quicker than taking out and putting back. */
const mostOfThem = 0.5;

/**
 * Brings every kept sum up to date, in the transaction it is called in: readers see all of an import or nothing. What
 * customers said and what they paid are followed each for itself, since most imports bring only one of them.
 */
export async function refreshKeptSums(db: Db, outOfDate: OutOfDate, { zone, now }: Moment): Promise<void> {
	const began = now();
	await listTouched(db, outOfDate);
	await refreshTouched(db, { zone, now, began });
}

/**
 * Makes the sums where they are missing, as after the first data or a crash since, or were made by an older version;
 * says which. Nobody else may import meanwhile.
 */
export async function refreshIfOutOfDate(db: Db, moment: Moment): Promise<'up to date' | 'counted' | 'counted anew'> {
	const stand = await standOfSums(db);
	if (stand === 'up to date') return stand;
	if (stand === 'never counted') {
		await countFromNothing(db, moment);
		return 'counted';
	}
	await db.transaction((tx) => refreshKeptSums(tx, 'everything', moment));
	return 'counted anew';
}

/** Lists who is touched; for an undo this has to happen while the import's rows are still there. */
export async function listTouched(db: Db, outOfDate: OutOfDate): Promise<void> {
	await makeRoomForTouched(db);
	if (outOfDate === 'everything') await touchEverybody(db);
	else if ('customers' in outOfDate) await touchCustomers(db, outOfDate.customers);
	else await touchImported(db, outOfDate.importId);
	await touchFamilies(db);
}

export async function refreshTouched(db: Db, { zone, now, began = now() }: Moment & { began?: Date }): Promise<void> {
	await lockThemesAgainst(db, 'changes');
	const known = await knownToCount(db, zone);
	await giveRoomToWork(db);
	await touchOverdue(db, known.revenueThrough);
	await touchRerated(db);
	await touchFamilies(db);
	const { customers, afresh, toDo } = await whatToDo(db);

	// Whatever one part needs to be taken out piece by piece, no other empties: what hangs on both is afresh where either is.
	for (const part of toDo) await (afresh[part] ? parts[part].empty(db) : parts[part].takeOut(db));
	if (afresh.either) await touchEverybody(db, afresh);
	await keepRates(db);

	await analyseTouched(db);
	await analyseRaw(db);
	for (const part of toDo) await parts[part].read(db, known);
	await readWritten(db, zone);
	await analyseKept(db);

	for (const part of toDo) await parts[part].putIn(db, afresh[part]);
	for (const part of toDo) await parts[part].dropEmpty(db);
	await noteRefresh(db, { at: now(), customers, tookMs: now().getTime() - began.getTime(), zone });
}

/** Which parts are out of date, and which of them are better counted from nothing; how many customers it is about. */
async function whatToDo(db: Db) {
	const touched = await countTouched(db);
	const isOld = (await standOfSums(db)) === 'older version';
	const isAfresh = (part: PartName) => isOld || touched[part] >= mostOfThem * touched.customers;
	const afresh = { said: isAfresh('said'), paid: isAfresh('paid'), either: isAfresh('either') };
	return {
		customers: touched.either,
		afresh,
		toDo: (Object.keys(parts) as PartName[]).filter((part) => afresh[part] || touched[part] > 0)
	};
}
