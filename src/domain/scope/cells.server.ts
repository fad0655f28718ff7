import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';
import { queryText, rows } from '#platform/db/rows.ts';
import { cellsFrom, isOfScope, summedUp } from './cells.ts';
import type { Scope, Slice } from './scope.ts';
import { inSlice } from './slice-sql.server.ts';

/** Asks once and remembers the answer, for as long as the kept sums stay the same. */
export type Remember = <Answer>(question: string, ask: () => Promise<Answer>) => Promise<Answer>;

const remembering = new WeakMap<Db, Remember>();

/**
 * The same database, for somebody who reads for one reader after the other: what is asked of cells is asked once of
 * every slice, and each reader's customers are added up from that.
 */
export function keepingCells(db: Db, remember: Remember): Db {
	const keeping = Object.create(db) as Db;
	remembering.set(keeping, remember);
	return keeping;
}

/** Whom a question is about, and what else its sums are told apart by: nothing, or who they are. */
export type Of = { whom: SQL; each: SQL };

export const ofScope = (scope: Pick<Scope, Slice>): Of => ({ whom: inSlice(scope), each: sql`` });
const ofEverybody: Of = { whom: sql`true`, each: sql`, segment, region, plan` };

/** The sums of a scope's customers. `ask` groups by the columns `by` and, where it is told to, by each slice as well. */
export async function sumsOfCells<Row>(
	db: Db,
	scope: Pick<Scope, Slice>,
	by: readonly (keyof Row & string)[],
	ask: (of: Of) => SQL
): Promise<Row[]> {
	const remember = remembering.get(db);
	if (!remember) return rows<Row>(db, ask(ofScope(scope)));
	const query = ask(ofEverybody);
	const cells = await remember(`${by.join()}: ${queryText(query)}`, async () =>
		cellsFrom(await rows<Row & Record<Slice, string>>(db, query), by)
	);
	return summedUp(cells, scope) as Row[];
}

/** The cells of a scope's customers as they are. */
export async function cellsThemselves<Row extends Record<Slice, string>>(
	db: Db,
	scope: Pick<Scope, Slice>,
	ask: (whom: Of['whom']) => SQL
): Promise<Row[]> {
	const remember = remembering.get(db);
	if (!remember) return rows<Row>(db, ask(inSlice(scope)));
	const query = ask(ofEverybody.whom);
	const all = await remember(queryText(query), () => rows<Row>(db, query));
	return all.filter((cell) => isOfScope(cell, scope));
}
