import type { Db } from '#platform/db/connect.ts';
import { announce, insertAct } from './queries/acts.server.ts';
import type { NewAct } from './queries/acts.server.ts';
import { sealAct } from './seal.server.ts';

export { selectActs as actsOnWords, selectAllActs as allActs } from './queries/acts.server.ts';

/**
 * Records an act, lets it take words away in the transaction that `db` is, and seals which ones it took. `zone`: the
 * organisation's, for the day of the seal.
 */
export async function inAct<Result>(
	db: Db,
	{ zone, ...act }: NewAct & { zone: string },
	work: (actId: number) => Promise<Result>
): Promise<Result> {
	const id = await insertAct(db, act);
	await announce(db, 'act', id);
	const result = await work(id);
	await announce(db, 'act', null);
	await sealAct(db, id, { zone, now: act.at });
	return result;
}

/** Lets an import that is under way correct what its source said before; the database keeps the earlier version. */
export async function withCorrectionsBy<Result>(
	db: Db,
	importId: number,
	work: () => Promise<Result>
): Promise<Result> {
	await announce(db, 'import', importId);
	const result = await work();
	await announce(db, 'import', null);
	return result;
}
