import type { Db } from '#platform/db/connect.ts';
import { organisationOf } from '../scope/server.ts';
import { ratesText } from './constant-rates.ts';
import { selectBaseRates } from './queries/base-rates.server.ts';

/** At which rates money in other currencies counts at the end of a week, whose base is the day `on`. */
export async function ratesOfBase(
	db: Db,
	{ week, on, unrated }: { week: string; on: string; unrated: number }
): Promise<string> {
	const [rates, { reportingCurrency }] = await Promise.all([selectBaseRates(db, week), organisationOf(db)]);
	return ratesText(rates, { on, into: reportingCurrency, unrated });
}
