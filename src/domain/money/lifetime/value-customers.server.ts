import type { Db } from '#platform/db/connect.ts';
import type { NotEstimable } from '#stats/estimate.ts';
import { notEstimable } from '#stats/estimate.ts';
import { addDays, addMonths, monthOf } from '../../scope/calendar.ts';
import { emptyValues, keepBuyersValues, keepSubscribersValues } from '../queries/customer-value.server.ts';
import type { YearsToCome } from '../queries/customer-value.server.ts';
import {
	countPaying,
	selectBuyers,
	selectContractMoves,
	selectContractRates,
	selectTenures
} from '../queries/lifetime.server.ts';
import { replaceValuation, selectLatestRefresh, selectValuation } from '../queries/valuation.server.ts';
import type { Valuation } from '../queries/valuation.server.ts';
import { groupsLeftOut } from './assumptions.ts';
import { bandsOfBuyers, bandsOfSubscribers } from './bands.ts';
import type { ContractRate, ValuedBand } from './bands.ts';
import { contractModel } from './contract-value.ts';
import type { ContractModel, Multiplier } from './contract-value.ts';
import { contractMove, purchaseMoves } from './moves.ts';
import { purchaseModel } from './purchase-value.ts';
import { valuedCells } from './valuation.ts';
import type { ValuedCell } from './valuation.ts';

type Valued = Pick<Valuation, 'basis' | 'method' | 'leftOut'> & {
	refusal: string | null;
	cells: ValuedCell[];
	bands: ValuedBand[];
	/** Keeps what is to be expected of each customer, in the transaction of the rest. */
	keepEach: (db: Db) => Promise<unknown>;
};

/** How many ends of months are valued, so that the weeks of the last year have their value too. */
const monthsValued = 13;

/**
 * Works out what customers are worth, if the revenue has been refreshed since it was last done. It takes seconds and
 * happens after a refresh, never while somebody waits for a page. Returns whether there was anything to do.
 */
export async function valueCustomers(db: Db, { now }: { now: () => Date }): Promise<boolean> {
	const [latest, known] = await Promise.all([selectLatestRefresh(db), selectValuation(db)]);
	if (!latest || latest.id === known?.refreshId) return false;
	const began = now();
	const { cells, bands, keepEach, ...found } = await valued(db, latest.revenueThrough);
	const at = now();
	await db.transaction(async (tx) => {
		await replaceValuation(
			tx,
			{ ...found, refreshId: latest.id, at, tookMs: at.getTime() - began.getTime() },
			{ cells, bands }
		);
		await keepEach(tx);
	});
	return true;
}

const endOf = (month: string) => addDays(addMonths(month, 1), -1);

async function valued(db: Db, through: string | null): Promise<Valued> {
	const refused = (basis: Valued['basis'], reason: string): Valued => ({
		basis,
		method: 'none',
		leftOut: 0,
		refusal: reason,
		cells: [],
		bands: [],
		keepEach: emptyValues
	});
	if (!through) return refused('subscriptions', 'no revenue has been imported yet');
	const last = addMonths(monthOf(addDays(through, 1)), -1);
	const { subscribers, buyers } = await countPaying(db, endOf(last));
	if (subscribers >= buyers) {
		const models = await contractModels(db, through);
		if (models.status !== 'ok') return refused('subscriptions', models.reason);
		const cells: ValuedCell[] = [];
		for (let i = 0; i < monthsValued; i++) cells.push(...(await contractCells(db, addMonths(last, -i), models.all)));
		const rates = await selectContractRates(db, endOf(last));
		const [{ multiplier, method }] = models.all;
		const bands = bandsOfSubscribers(last, rates, models.all[0]);
		const years = yearsToCome(rates, multiplier);
		const keepEach = (tx: Db) => keepSubscribersValues(tx, endOf(last), years);
		return { basis: 'subscriptions', method, leftOut: buyers, refusal: null, cells, bands, keepEach };
	}
	const [opening, closing] = await Promise.all([
		selectBuyers(db, endOf(addMonths(last, -12))),
		selectBuyers(db, endOf(last))
	]);
	const models = leavingOut(purchaseModel, closing);
	if (models.status !== 'ok') return refused('purchases', models.reason);
	const { moves, leftOut } = purchaseMoves(opening, closing, models.all);
	const [{ valueOf }] = models.all;
	const each = closing
		.filter(({ pays }) => pays)
		.map((buyer) => ({ customerId: buyer.customerId, minor: valueOf(buyer) }));
	return {
		basis: 'purchases',
		method: models.all[0].method,
		leftOut: subscribers + leftOut,
		refusal: null,
		cells: valuedCells(last, moves),
		bands: bandsOfBuyers(last, moves),
		keepEach: (tx) => keepBuyersValues(tx, endOf(last), each)
	};
}

/** Each segment and age that occurs, once. */
const yearsToCome = (rates: readonly ContractRate[], multiplier: Multiplier): YearsToCome[] =>
	[...new Map(rates.map(({ segment, age }) => [`${age} ${segment}`, { segment, age }])).values()].map((one) => ({
		...one,
		years: multiplier(one.segment, one.age)
	}));

/** The model of all customers first, then those that have not seen one of the groups. */
function leavingOut<Row extends { group: number }, Model extends { status: 'ok' }>(
	fit: (rows: readonly Row[]) => Model | NotEstimable,
	rows: readonly Row[]
): { status: 'ok'; all: Model[] } | NotEstimable {
	const whole = fit(rows);
	if (whole.status !== 'ok') return whole;
	const all = [whole];
	for (let group = 0; group < groupsLeftOut; group++) {
		const without = fit(rows.filter((row) => row.group !== group));
		if (without.status !== 'ok')
			return notEstimable(`without a twentieth of the customers there is no value: ${without.reason}`);
		all.push(without);
	}
	return { status: 'ok', all };
}

const contractModels = async (db: Db, through: string) => leavingOut(contractModel, await selectTenures(db, through));

async function contractCells(db: Db, month: string, models: ContractModel[]): Promise<ValuedCell[]> {
	const moves = await selectContractMoves(db, { before: endOf(addMonths(month, -12)), now: endOf(month) });
	return valuedCells(
		month,
		moves.map((move) => contractMove(move, models))
	);
}
