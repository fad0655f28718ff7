import type { Db } from '#platform/db/connect.ts';
import { dropEmptyLoyaltyCells, emptyLoyalty, readAnswers } from '../metrics/server.ts';
import { dropEmptyThemeCells, emptyThemes } from '../voice/themes/server.ts';
import { dropEmptyTouchpointCells, emptyTouchpoints, readTouchpointAnswers } from './fix-first/queries.server.ts';
import { readAccounts } from './queries/families.server.ts';
import { dropEmptyMoneyCells, emptyMoney } from './queries/refresh-cells.server.ts';
import { readCustomerMonths, readStandings, readYearlyRevenue } from './queries/refresh-facts.server.ts';
import { readOutcomes } from './queries/refresh-outcomes.server.ts';
import { readPaidTerms } from './queries/refresh-paid-terms.server.ts';

/** Reads anew what is kept of each touched customer. Order matters: later ones read what earlier ones have kept. */
export async function readFacts(db: Db, { zone, revenueThrough }: { zone: string; revenueThrough: string }) {
	await readAnswers(db, zone);
	await readYearlyRevenue(db, revenueThrough);
	await readCustomerMonths(db);
	await readStandings(db);
	await readAccounts(db);
	await readOutcomes(db, zone);
	await readPaidTerms(db);
	await readTouchpointAnswers(db);
}

export async function emptyKeptSums(db: Db) {
	await emptyLoyalty(db);
	await emptyMoney(db);
	await emptyTouchpoints(db);
	await emptyThemes(db);
}

export async function dropEmptyCells(db: Db) {
	await dropEmptyLoyaltyCells(db);
	await dropEmptyMoneyCells(db);
	await dropEmptyTouchpointCells(db);
	await dropEmptyThemeCells(db);
}
