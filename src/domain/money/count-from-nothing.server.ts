import type { Db } from '#platform/db/connect.ts';
import { putIntoLoyaltyCells } from '../metrics/server.ts';
import { keepSearchable } from '../voice/server.ts';
import { addToThemeCells, findThemes, readWords } from '../voice/themes/server.ts';
import { addToTouchpointCells } from './fix-first/queries.server.ts';
import { addToFeltCells, addToWorthCells } from './queries/refresh-cells.server.ts';
import {
	analyseKept,
	analyseRaw,
	analyseTouched,
	countCustomers,
	giveRoomToWork,
	lastRevenueDay,
	makeRoomForTouched,
	noteRefresh,
	touchEverybody,
	touchLane
} from './queries/touched.server.ts';
import { dropEmptyCells, emptyKeptSums, readFacts } from './kept-sums.server.ts';

/**
 * Makes every kept sum where none has been noted yet, on two connections side by side, which halves the wait for the
 * first page. Each step is committed, so `db` has to be a pool rather than a transaction. That is safe because nobody
 * reads before the refresh is noted at the end; whoever finds it missing begins anew.
 */
export async function countFromNothing(db: Db, { zone, now }: { zone: string; now: () => Date }): Promise<void> {
	const began = now();
	await emptyKeptSums(db);
	await analyseRaw(db);
	const revenueThrough = (await lastRevenueDay(db)) ?? '1900-01-01';

	await sideBySide(db, [
		{ of: (tx) => touchLane(tx, { lane: 0, of: 2 }), work: (tx) => readFacts(tx, { zone, revenueThrough }) },
		{ of: (tx) => touchLane(tx, { lane: 1, of: 2 }), work: (tx) => readFacts(tx, { zone, revenueThrough }) }
	]);
	await analyseKept(db);

	await sideBySide(db, [
		{
			of: touchEverybody,
			work: async (tx) => {
				await putIntoLoyaltyCells(tx, { toNothing: true });
				await addToWorthCells(tx, 1);
				await addToTouchpointCells(tx, 1);
			}
		},
		{
			of: touchEverybody,
			work: async (tx) => {
				await addToFeltCells(tx, 1);
				await keepSearchable(tx, zone);
				await readWords(tx);
				await findThemes(tx);
				await addToThemeCells(tx, 1);
			}
		}
	]);
	await dropEmptyCells(db);
	const tookMs = now().getTime() - began.getTime();
	await noteRefresh(db, { at: now(), customers: await countCustomers(db), tookMs, zone });
}

type Lane = { of: (tx: Db) => Promise<unknown>; work: (tx: Db) => Promise<void> };

const sideBySide = (db: Db, lanes: Lane[]) =>
	Promise.all(
		lanes.map(({ of, work }) =>
			db.transaction(async (tx) => {
				await giveRoomToWork(tx);
				await makeRoomForTouched(tx);
				await of(tx);
				await analyseTouched(tx);
				await work(tx);
			})
		)
	);
