import type { Db } from '#platform/db/connect.ts';
import { converter } from '../money/convert.ts';
import type { Convert } from '../money/convert.ts';
import { exchangeRates, organisationOf, saveOrganisation } from '../scope/server.ts';
import { isProblem, minorUnitExponent } from './files/values.ts';
import { anyRevenue, anythingImported } from './queries/runs.server.ts';

/** Number of decimals of a currency that was checked when it was read. */
export function exponentOf(currency: string): number {
	const exponent = minorUnitExponent(currency);
	if (isProblem(exponent)) throw new Error(exponent.problem);
	return exponent;
}

/**
 * While nobody has settled it, the organisation's days are those of its first import. A later one moves none: what is in
 * already is counted by the days there were.
 */
export async function settleZone(db: Db, timeZone: string): Promise<void> {
	const organisation = await organisationOf(db);
	if (organisation.provisional && !(await anythingImported(db)))
		await saveOrganisation(db, { ...organisation, timeZone });
}

/** The converter of an import. While nobody has settled what the organisation reports in, its first amount does. */
export async function converterOf(db: Db, firstCurrency: string): Promise<Convert> {
	const organisation = await organisationOf(db);
	if (organisation.provisional && !(await anyRevenue(db)))
		await saveOrganisation(db, { ...organisation, reportingCurrency: firstCurrency });
	const { reportingCurrency } = await organisationOf(db);
	return converter(reportingCurrency, await exchangeRates(db), exponentOf);
}
