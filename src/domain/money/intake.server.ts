import type { Db } from '#platform/db/connect.ts';
import { CopyRefused } from '#platform/db/copy.ts';
import { insertTrusted } from '../customers/server.ts';
import type { CustomerDirectory, Origin, Rejected } from '../customers/server.ts';
import {
	addRevenue,
	contradictedRevenue,
	copyRevenue,
	correctRevenue,
	indistinctRevenue,
	revenueOfStrangers,
	stageRevenue
} from './queries/intake.server.ts';
import type { StagedRevenue } from './staged.ts';

type Taken = { added: number; changed: number; unchanged: number; rejected: Rejected[] };

/**
 * Takes revenue lines in for one import. Each goes in once, however often it is sent; a corrected one replaces its
 * earlier self. Most files bring only new lines of known customers, so that is tried first and quickest; from the
 * first portion that has others on, every line is compared.
 */
export function revenueIntake(db: Db, origin: Origin, directory: CustomerDirectory) {
	let allNew = true;

	return async (staged: StagedRevenue[]): Promise<Taken> => {
		if (staged.length === 0) return { added: 0, changed: 0, unchanged: 0, rejected: [] };
		const customerIds = allNew ? await idsOfAll(directory, staged) : null;
		allNew = customerIds !== null;
		if (customerIds) {
			allNew = await addNew(db, staged, { origin, customerIds });
			if (allNew) return { added: staged.length, changed: 0, unchanged: 0, rejected: [] };
		}
		return compareAll(db, staged, origin);
	};
}

/** The id of each line's customer; null: some are not here yet. */
async function idsOfAll(directory: CustomerDirectory, staged: StagedRevenue[]): Promise<number[] | null> {
	const ids = await directory.idsOf(staged.map(({ customerKey }) => customerKey));
	return ids.every((id) => id !== undefined) ? ids : null;
}

type AddingNew = { origin: Origin; customerIds: number[] };

/** Adds lines of which none is here yet; false, and nothing added, if one is. Each was given a customer that was read. */
async function addNew(db: Db, staged: StagedRevenue[], { origin, customerIds }: AddingNew): Promise<boolean> {
	try {
		await db.transaction((attempt) =>
			insertTrusted(attempt, ['customer', 'source'], () => copyRevenue(attempt, staged, origin, customerIds))
		);
		return true;
	} catch (error) {
		// Whatever was refused, comparing every line finds it, or says what is wrong.
		if (error instanceof CopyRefused) return false;
		throw error;
	}
}

async function compareAll(db: Db, staged: StagedRevenue[], origin: Origin): Promise<Taken> {
	await stageRevenue(db, staged);
	const repeated = staged.some(({ hasMadeId }) => hasMadeId) ? await repetitions(db, origin) : [];
	const added = await addRevenue(db, origin);
	const changed = await correctRevenue(db, origin);
	const rejected = [...repeated, ...(await strangers(db)), ...(await contradictions(db, origin))];
	return { added, changed, unchanged: staged.length - added - changed - rejected.length, rejected };
}

const repetitions = async (db: Db, origin: Origin): Promise<Rejected[]> =>
	(await indistinctRevenue(db, origin)).map(({ row }) => ({
		row,
		field: 'line_id',
		reason:
			'This customer has another line of the same day, kind and product in this file. Add a column line_id, so that two lines can be told from one line twice.'
	}));

const strangers = async (db: Db): Promise<Rejected[]> =>
	(await revenueOfStrangers(db)).map(({ row, customerKey }) => ({
		row,
		field: 'customer_id',
		reason: `There is no customer "${customerKey}". Import the customers first, or add their columns to this file.`
	}));

const contradictions = async (db: Db, origin: Origin): Promise<Rejected[]> =>
	(await contradictedRevenue(db, origin)).map(({ row, id }) => ({
		row,
		field: 'line_id',
		reason: `Line "${id}" stands in this file before, with other content. The first one was taken.`
	}));
