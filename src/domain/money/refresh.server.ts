import type { Db } from '#platform/db/connect.ts';
import {
	dropEmptyLoyaltyCells,
	emptyLoyalty,
	putIntoLoyaltyCells,
	readAnswers,
	takeOutOfLoyaltyCells
} from '../metrics/server.ts';
import { keepSearchable } from '../voice/server.ts';
import {
	addToThemeCells,
	dropEmptyThemeCells,
	emptyThemes,
	findThemes,
	lockThemesAgainst,
	readWords
} from '../voice/themes/server.ts';
import {
	addToTouchpointCells,
	dropEmptyTouchpointCells,
	emptyTouchpoints,
	readTouchpointAnswers
} from './fix-first/queries.server.ts';
import { addToMoneyCells, dropEmptyMoneyCells, emptyMoney } from './queries/refresh-cells.server.ts';
import { readCustomerMonths, readStandings, readYearlyRevenue, touchOverdue } from './queries/refresh-facts.server.ts';
import { readOutcomes } from './queries/refresh-outcomes.server.ts';
import { readPaidTerms } from './queries/refresh-paid-terms.server.ts';
import {
	analyseKept,
	analyseRaw,
	countTouched,
	giveRoomToWork,
	isOutOfDate,
	lastRevenueDay,
	makeRoomForTouched,
	noteRefresh,
	touchCustomers,
	touchEverybody,
	touchImported
} from './queries/touched.server.ts';

/** Which kept sums are out of date: those an import touched, those of some customers, or all. */
export type OutOfDate = { importId: number } | { customers: readonly number[] } | 'everything';

type Moment = { zone: string; now: () => Date };

/** From this share of all customers on, starting afresh is quicker than taking out and putting back. */
const mostOfThem = 0.5;

/**
 * Brings every kept sum up to date, in the transaction it is called in: readers see all of an import or nothing.
 */
export async function refreshKeptSums(db: Db, outOfDate: OutOfDate, { zone, now }: Moment): Promise<void> {
	const began = now();
	await listTouched(db, outOfDate);
	await refreshTouched(db, { zone, now, began });
}

/** After an upgrade that counts more, or otherwise, the sums are made anew; returns whether that was so. */
export async function refreshIfOutOfDate(db: Db, moment: Moment): Promise<boolean> {
	if (!(await isOutOfDate(db))) return false;
	await db.transaction((tx) => refreshKeptSums(tx, 'everything', moment));
	return true;
}

/** Lists who is touched; for an undo this has to happen while the import's rows are still there. */
export async function listTouched(db: Db, outOfDate: OutOfDate): Promise<void> {
	await makeRoomForTouched(db);
	if (outOfDate === 'everything') await touchEverybody(db);
	else if ('customers' in outOfDate) await touchCustomers(db, outOfDate.customers);
	else await touchImported(db, outOfDate.importId);
}

export async function refreshTouched(db: Db, { zone, now, began = now() }: Moment & { began?: Date }): Promise<void> {
	await lockThemesAgainst(db, 'changes');
	const revenueThrough = (await lastRevenueDay(db)) ?? '1900-01-01';
	await giveRoomToWork(db);
	await touchOverdue(db, revenueThrough);
	const { touched, customers } = await countTouched(db);

	const afresh = touched >= mostOfThem * customers || (await isOutOfDate(db));

	if (afresh) {
		await emptyLoyalty(db);
		await emptyMoney(db);
		await emptyTouchpoints(db);
		await emptyThemes(db);
		await makeRoomForTouched(db);
		await touchEverybody(db);
	} else {
		await takeOutOfLoyaltyCells(db);
		await addToMoneyCells(db, -1);
		await addToTouchpointCells(db, -1);
		await addToThemeCells(db, -1);
	}

	await analyseRaw(db);
	await readAnswers(db, zone);
	await readYearlyRevenue(db, revenueThrough);
	await readCustomerMonths(db);
	await readStandings(db);
	await readOutcomes(db, zone);
	await readPaidTerms(db);
	await readTouchpointAnswers(db);
	await keepSearchable(db, zone);
	await readWords(db);
	await findThemes(db);
	await analyseKept(db);

	await putIntoLoyaltyCells(db, { toNothing: afresh });
	await addToMoneyCells(db, 1);
	await addToTouchpointCells(db, 1);
	await addToThemeCells(db, 1);
	await dropEmptyLoyaltyCells(db);
	await dropEmptyMoneyCells(db);
	await dropEmptyTouchpointCells(db);
	await dropEmptyThemeCells(db);
	await noteRefresh(db, { at: now(), customers: touched, tookMs: now().getTime() - began.getTime(), zone });
}
