import type { Db } from '#platform/db/connect.ts';
import type { Account } from '../../customers/account.ts';
import type { Figure } from '../../metrics/figure.ts';
import { addDays, addMonths, monthOf } from '../../scope/calendar.ts';
import { notKnown } from '../../scope/scope.ts';
import type { Scope, Slice } from '../../scope/scope.ts';
import { slices } from '../../scope/scope.ts';
import { weekOf } from '../../scope/week.ts';
import { customersAsAsset } from '../lifetime/customers-as-asset.server.ts';
import { selectKnown } from '../queries/read.server.ts';
import { selectOwnValue, selectPaysNow, selectRevenueMonths } from './queries.server.ts';
import type { CustomerRevenueMonth, PaysNow } from './queries.server.ts';

/** What a customer pays, and what customers like them are worth. */
export type CustomersMoney = PaysNow & {
	/** The day it is told for: today, or the last day the books know; null: there are no books. */
	on: string | null;
	/** First of the last month that the books hold whole. */
	lastComplete: string | null;
	months: CustomerRevenueMonth[];
	/** What is to be expected of this customer alone; null: they pay nothing, or it cannot be told. */
	ownMinor: number | null;
	/** Mean of the customers who pay and are like them, in as many ways as leave enough of them. */
	likeThem: { value: Figure; alike: Pick<Account, Slice> };
};

export async function customersMoney(db: Db, account: Account, { today }: { today: string }): Promise<CustomersMoney> {
	const through = (await selectKnown(db))?.revenueThrough ?? null;
	const on = through && (through < today ? through : today);
	const lastComplete = on && addMonths(monthOf(addDays(on, 1)), -1);
	const [pays, months, ownMinor, likeThem] = await Promise.all([
		on ? selectPaysNow(db, account.id, on) : { perYearMinor: null, basis: null },
		lastComplete ? selectRevenueMonths(db, account.id, { from: '1900-01-01', to: lastComplete }) : [],
		selectOwnValue(db, account.id),
		valueOfLikes(db, account, { today, through })
	]);
	return { ...pays, on, lastComplete, months, ownMinor, likeThem };
}

/** A mean has an interval, as one customer's value has not: who is alike in all ways, or, where too few are, in fewer. */
async function valueOfLikes(
	db: Db,
	account: Account,
	{ today, through }: { today: string; through: string | null }
): Promise<CustomersMoney['likeThem']> {
	const nobody = { segment: null, region: null, plan: null };
	const kept = (names: readonly Slice[]) =>
		Object.fromEntries(slices.map((slice) => [slice, names.includes(slice) ? (account[slice] ?? notKnown) : null]));
	let found: CustomersMoney['likeThem'] | null = null;
	for (const names of [['segment', 'region', 'plan'], ['segment', 'plan'], ['segment'], []] as const) {
		const alike = { ...nobody, ...kept(names) };
		const scope: Scope = { week: weekOf(today), survey: null, ...alike };
		const { value } = await customersAsAsset(db, scope, through);
		found = { value, alike };
		if (value.estimate.status === 'ok') break;
	}
	return found!;
}
