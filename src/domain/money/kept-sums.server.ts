import type { Db } from '#platform/db/connect.ts';
import {
	dropEmptyLoyaltyCells,
	emptyLoyalty,
	putIntoLoyaltyCells,
	readAnswers,
	takeOutOfLoyaltyCells
} from '../metrics/server.ts';
import { organisationOf } from '../scope/server.ts';
import { keepSearchable } from '../voice/server.ts';
import { addToThemeCells, dropEmptyThemeCells, emptyThemes, findThemes, readWords } from '../voice/themes/server.ts';
import {
	addToTouchpointCells,
	dropEmptyTouchpointCells,
	emptyTouchpoints,
	readTouchpointAnswers
} from './fix-first/queries.server.ts';
import { readCurrencies } from './queries/currency-steps.server.ts';
import { readAccounts } from './queries/families.server.ts';
import {
	addToAnswerCells,
	addToRevenueCells,
	dropEmptyAnswerCells,
	dropEmptyRevenueCells,
	emptyAnswerSums,
	emptyRevenueSums
} from './queries/refresh-cells.server.ts';
import { readStandings, readYearlyRevenue } from './queries/refresh-facts.server.ts';
import { readCustomerMonths } from './queries/refresh-months.server.ts';
import { readOutcomesAtOneRate } from './queries/outcomes-at-one-rate.server.ts';
import { readOutcomes } from './queries/refresh-outcomes.server.ts';
import { readPaidTerms } from './queries/refresh-paid-terms.server.ts';
import { lastRevenueDay } from './queries/touched.server.ts';

export type Known = { zone: string; revenueThrough: string; reportingCurrency: string };

/** What has to be known of a company before anything of it is counted. */
export async function knownToCount(db: Db, zone: string): Promise<Known> {
	const { reportingCurrency } = await organisationOf(db);
	return { zone, revenueThrough: (await lastRevenueDay(db)) ?? '1900-01-01', reportingCurrency };
}

/** A part of the kept sums, and what is done to it when it is brought up to date. */
type Part = {
	/** Takes the touched customers out of the cells. */
	takeOut(db: Db): Promise<unknown>;
	/** Takes everything out. */
	empty(db: Db): Promise<unknown>;
	/** Reads anew what is kept of each touched customer. */
	read(db: Db, known: Known): Promise<unknown>;
	/** Puts the touched customers into the cells; `toNothing`: these are empty. */
	putIn(db: Db, toNothing: boolean): Promise<unknown>;
	/** Drops the cells that are left with nobody. */
	dropEmpty(db: Db): Promise<unknown>;
};

/** What only answers change, or who gave them. */
const said: Part = {
	async takeOut(db) {
		await takeOutOfLoyaltyCells(db);
		await addToThemeCells(db, -1);
	},
	async empty(db) {
		await emptyLoyalty(db);
		await emptyThemes(db);
	},
	read: (db, { zone }) => readAnswers(db, zone),
	async putIn(db, toNothing) {
		await putIntoLoyaltyCells(db, { toNothing });
		await addToThemeCells(db, 1);
	},
	async dropEmpty(db) {
		await dropEmptyLoyaltyCells(db);
		await dropEmptyThemeCells(db);
	}
};

/** What only revenue changes, or who paid it. */
const paid: Part = {
	takeOut: (db) => addToRevenueCells(db, -1),
	empty: emptyRevenueSums,
	async read(db, known) {
		await readYearlyRevenue(db, known.revenueThrough);
		await readCustomerMonths(db);
		await readCurrencies(db, known);
		await readStandings(db);
		await readAccounts(db);
		await readPaidTerms(db);
	},
	putIn: (db) => addToRevenueCells(db, 1),
	dropEmpty: dropEmptyRevenueCells
};

/** What either changes: the money of those who answered. Reads what the other two have kept. */
const either: Part = {
	async takeOut(db) {
		await addToAnswerCells(db, -1);
		await addToTouchpointCells(db, -1);
	},
	async empty(db) {
		await emptyAnswerSums(db);
		await emptyTouchpoints(db);
	},
	async read(db, { zone, reportingCurrency }) {
		await readOutcomes(db, zone);
		await readOutcomesAtOneRate(db, reportingCurrency);
		await readTouchpointAnswers(db);
	},
	async putIn(db) {
		await addToAnswerCells(db, 1);
		await addToTouchpointCells(db, 1);
	},
	async dropEmpty(db) {
		await dropEmptyAnswerCells(db);
		await dropEmptyTouchpointCells(db);
	}
};

/** In the order in which they are read. */
export const parts = { said, paid, either };

/** Brings up to date by what comments are found: by their words for whom something was said, by the money of all. */
export async function readWritten(db: Db, zone: string): Promise<void> {
	await keepSearchable(db, zone);
	await readWords(db);
	await findThemes(db);
}
