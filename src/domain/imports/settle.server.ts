import type { Db } from '#platform/db/connect.ts';
import { count } from '#ui/format/number.ts';
import { audit } from '../auth/server.ts';
import { currenciesPaidIn, leaveUnconverted, reconvert, refreshKeptSums } from '../money/server.ts';
import { Refusal } from '../refusal.ts';
import type { ExchangeRate, Organisation } from '../scope/organisation.ts';
import { deleteRates, exchangeRates, organisationOf, saveOrganisation, setRate } from '../scope/server.ts';
import { exponentOf } from './organisation.server.ts';
import { lockImports } from './queries/runs.server.ts';

type By = { by: { id: number }; now: () => Date };
type Settled = Pick<Organisation, 'name' | 'timeZone' | 'reportingCurrency'> & Partial<Pick<Organisation, 'margin'>>;

/** Settles name, zone, currency and margin. A new zone moves answers between days, so every figure follows. */
export function settleOrganisation(db: Db, settled: Settled, { by, now }: By): Promise<void> {
	return db.transaction(async (tx) => {
		await lockImports(tx);
		const before = await organisationOf(tx);
		if (before.demoSince) throw new Refusal('conflict', 'These are the demo company’s. Remove the demo data first.');
		if (settled.reportingCurrency !== before.reportingCurrency) await refuseMixedBooks(tx, settled.reportingCurrency);

		await saveOrganisation(tx, { ...before, ...settled, provisional: false });
		const isSame = settled.reportingCurrency === before.reportingCurrency;
		const rates = isSame ? 0 : await reportAsPaid(tx);
		if (settled.timeZone !== before.timeZone || rates > 0)
			await refreshKeptSums(tx, 'everything', { zone: settled.timeZone, now });
		await audit(
			tx,
			by,
			'changed the organisation',
			[
				settled.name,
				settled.timeZone,
				settled.reportingCurrency,
				...(settled.margin ? [`margin ${settled.margin}`] : []),
				...(rates > 0 ? [`${count(rates, 'rate')} into ${before.reportingCurrency} taken out`] : [])
			].join(', ')
		);
	});
}

/** Rates say what a currency is worth in the old one, so they cannot carry the books over to another. */
async function refuseMixedBooks(db: Db, reportingCurrency: string): Promise<void> {
	const others = (await currenciesPaidIn(db)).filter((currency) => currency !== reportingCurrency);
	if (others.length > 0)
		throw new Refusal(
			'conflict',
			`There is revenue in ${others.join(', ')}. The reporting currency can only change to the one of all revenue.`
		);
}

/** All revenue is in the new currency and counts as it was paid; rates into the old one say nothing any more. */
async function reportAsPaid(db: Db): Promise<number> {
	const rates = (await exchangeRates(db)).length;
	await deleteRates(db);
	await leaveUnconverted(db);
	return rates;
}

/**
 * Sets a rate from a day on. What was booked since then is converted anew, and every figure follows; also where nothing
 * was, since retention compares at the rates of twelve months before, and what followed an answer counts at those of its day.
 */
export function settleRate(db: Db, rate: ExchangeRate, { by, now }: By): Promise<void> {
	return db.transaction(async (tx) => {
		await lockImports(tx);
		const { reportingCurrency, timeZone } = await organisationOf(tx);
		if (rate.currency === reportingCurrency)
			throw new Refusal('invalid', `${rate.currency} is the reporting currency itself.`);
		await setRate(tx, rate);
		const changed = await reconvert(tx, rate.currency, exponentOf(reportingCurrency) - exponentOf(rate.currency));
		const isPaidIn = (await currenciesPaidIn(tx)).includes(rate.currency);
		if (isPaidIn) await refreshKeptSums(tx, changed > 0 ? 'everything' : { customers: [] }, { zone: timeZone, now });
		await audit(
			tx,
			by,
			'set a rate',
			`1 ${rate.currency} = ${rate.reportingPerUnit} ${reportingCurrency} from ${rate.fromDay}`
		);
	});
}
