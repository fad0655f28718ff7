import type { Db } from '#platform/db/connect.ts';
import { usualClosing } from './organisation.ts';
import type { Organisation } from './organisation.ts';
import { selectOrganisation } from './queries.server.ts';

export { keepingCells } from './cells.server.ts';
export {
	deleteRates,
	selectRates as exchangeRates,
	upsertOrganisation as saveOrganisation,
	upsertRate as setRate
} from './queries.server.ts';

/** Until somebody has said otherwise. */
export const unnamed: Organisation = {
	name: 'Our company',
	timeZone: 'UTC',
	reportingCurrency: 'USD',
	margin: null,
	closing: usualClosing,
	fiscalYearStartsIn: 1,
	provisional: true,
	demoSince: null
};

export const organisationOf = async (db: Db): Promise<Organisation> => (await selectOrganisation(db)) ?? unnamed;
