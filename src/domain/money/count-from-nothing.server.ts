import type { Db } from '#platform/db/connect.ts';
import { makeRoomForTouched } from '../customers/server.ts';
import { keepRates } from './queries/base-rates.server.ts';
import {
	analyseKept,
	analyseRaw,
	analyseTouched,
	countCustomers,
	giveRoomToWork,
	noteRefresh,
	touchEverybody,
	touchLane
} from './queries/touched.server.ts';
import { knownToCount, parts, readWritten } from './kept-sums.server.ts';
import type { Known } from './kept-sums.server.ts';

const { said, paid, either } = parts;

/**
 * Makes every kept sum where none has been noted yet, on two connections side by side, which halves the wait for the
 * first page. Each step is committed, so `db` has to be a pool rather than a transaction. That is safe because nobody
 * reads before the refresh is noted at the end; whoever finds it missing begins anew.
 */
export async function countFromNothing(db: Db, { zone, now }: { zone: string; now: () => Date }): Promise<void> {
	const began = now();
	for (const part of [said, paid, either]) await part.empty(db);
	await analyseRaw(db);
	const known = await knownToCount(db, zone);
	await keepRates(db);

	await sideBySide(db, [
		{ of: (tx) => touchLane(tx, { lane: 0, of: 2 }), work: (tx) => readAll(tx, known) },
		{ of: (tx) => touchLane(tx, { lane: 1, of: 2 }), work: (tx) => readAll(tx, known) }
	]);
	await analyseKept(db);

	await sideBySide(db, [
		{
			of: (tx) => touchEverybody(tx),
			work: async (tx) => {
				await paid.putIn(tx, true);
				await either.putIn(tx, true);
			}
		},
		{
			of: (tx) => touchEverybody(tx),
			work: async (tx) => {
				await readWritten(tx, zone);
				await said.putIn(tx, true);
			}
		}
	]);
	for (const part of [said, paid, either]) await part.dropEmpty(db);
	const tookMs = now().getTime() - began.getTime();
	await noteRefresh(db, { at: now(), customers: await countCustomers(db), tookMs, zone });
}

async function readAll(db: Db, known: Known): Promise<void> {
	for (const part of [said, paid, either]) await part.read(db, known);
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
