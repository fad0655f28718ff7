import type { Db } from '#platform/db/connect.ts';
import { dayIn } from '../../scope/zone.ts';
import { noSeal, sealHash } from './leaf.server.ts';
import type { SealContent } from './leaf.server.ts';
import {
	insertLeaves,
	insertSeal,
	lockChain,
	selectLastSeal,
	selectRootOfAct,
	selectRoots,
	selectUnsealedDays
} from './queries/seal.server.ts';
import type { Arrived, LastSeal } from './queries/seal.server.ts';

type When = { zone: string; now: Date };

/** As many leaves as are hashed at a time, and a reader of one seal keeps in memory. */
const perSeal = 100_000;

/** Seals what an import brought, in its transaction: between arrival and seal there is no moment to change anything. */
export async function sealImport(db: Db, importId: number, { zone, now }: When): Promise<void> {
	await lockChain(db);
	await sealArrivals(db, { importId }, { day: dayIn(now, zone), now });
}

/** Seals what arrived otherwise on the days that have ended. Returns how many comments. */
export const sealEndedDays = (db: Db, { zone, now }: When): Promise<number> =>
	db.transaction(async (tx) => {
		await lockChain(tx);
		const days = await selectUnsealedDays(tx, { today: dayIn(now, zone), zone });
		for (const { day } of days) await sealArrivals(tx, { day, zone }, { day, now });
		return days.reduce((sum, { comments }) => sum + comments, 0);
	});

/** Seals which comments an act took the words of. */
export async function sealAct(db: Db, actId: number, { zone, now }: When): Promise<void> {
	const taken = await selectRootOfAct(db, actId);
	if (!taken) return;
	await lockChain(db);
	await append(db, await selectLastSeal(db), { ...taken, actId, day: dayIn(now, zone), now });
}

async function sealArrivals(db: Db, which: Arrived, { day, now }: { day: string; now: Date }): Promise<void> {
	let last = await selectLastSeal(db);
	const first = (last?.id ?? 0) + 1;
	await insertLeaves(db, which, { first, perSeal });
	for (const { comments, root } of await selectRoots(db, first))
		last = await append(db, last, { comments, root, actId: null, day, now });
}

/** Days of a chain never go back: what turns up late, or after a change of zone, is of the last day sealed. */
async function append(
	db: Db,
	last: LastSeal | null,
	{ now, ...content }: Omit<SealContent, 'id'> & { now: Date }
): Promise<LastSeal> {
	const seal = { ...content, id: (last?.id ?? 0) + 1, day: last && last.day > content.day ? last.day : content.day };
	const previous = last?.hash ?? noSeal;
	const hash = sealHash(previous, seal);
	await insertSeal(db, { ...seal, previous, hash, sealedAt: now });
	return { id: seal.id, day: seal.day, hash };
}
