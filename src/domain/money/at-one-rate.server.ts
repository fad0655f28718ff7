import type { Db } from '#platform/db/connect.ts';
import { organisationOf } from '../scope/server.ts';
import type { SilentCustomer } from './price/silent.ts';
import { anybodyPaysInAnother } from './queries/outcomes-at-one-rate.server.ts';
import { selectAtOneRate, selectSilentAtOneRate } from './queries/price-at-one-rate.server.ts';
import type { Sampled, SelectedAnswer } from './queries/price.server.ts';

/** Customers whose money around an answer was in another currency, and of those who paid in one without a rate on its day. */
export type Converted = { customers: number; unrated: number };

type Priced = { all: SelectedAnswer[]; silent: SilentCustomer[] };

/**
 * Adds to the answers of those who pay in another currency what no rate of a single day tells, and takes for the silent
 * among them one rate before and after too. Where nobody does it is one small question, and all stays as it is.
 */
export async function atOneRate(db: Db, key: Sampled, priced: Priced): Promise<Priced & { converted?: Converted }> {
	if (!(await anybodyPaysInAnother(db))) return priced;
	const { reportingCurrency } = await organisationOf(db);
	const ofAnswers = new Map((await selectAtOneRate(db, key, reportingCurrency)).map((one) => [one.response, one]));
	const ofSilent = new Map((await selectSilentAtOneRate(db, key)).map(({ customer, ...money }) => [customer, money]));

	const all = priced.all.map((answer) => {
		const own = ofAnswers.get(answer.response);
		if (!own) return answer;
		const { after, before, months, minor } = own;
		const around = new Map(months.map((month, i) => [month, minor[i]]));
		return { ...answer, ofCurrencies: { atFirst: { after, before }, months: around } };
	});
	const customers = (are: (one: { isConverted: boolean; isKnown: boolean }) => boolean): number =>
		new Set(
			priced.all.flatMap(({ customer, response }) => {
				const own = ofAnswers.get(response);
				return own && are(own) ? [customer] : [];
			})
		).size;
	const converted = {
		customers: customers(({ isConverted }) => isConverted),
		unrated: customers(({ isKnown }) => !isKnown)
	};
	return {
		all,
		silent: priced.silent.map((one) => ({ ...one, ...ofSilent.get(one.customer) })),
		...(converted.customers > 0 ? { converted } : {})
	};
}
