import type { Db } from '#platform/db/connect.ts';
import type { Person } from '../auth/person.ts';
import { can } from '../auth/roles.ts';
import { audit } from '../auth/server.ts';
import { Refusal } from '../refusal.ts';
import type { Organisation } from '../scope/organisation.ts';
import { organisationOf, saveOrganisation } from '../scope/server.ts';

/**
 * Sets when a week that nobody has closed closes by itself, and with which month the fiscal year starts. Weeks that the
 * new hour finds overdue close when the clock looks next; what is closed stays as it is.
 */
export async function settleWeeks(
	db: Db,
	{ closing, fiscalYearStartsIn }: Pick<Organisation, 'closing' | 'fiscalYearStartsIn'>,
	{ by }: { by: Person }
): Promise<void> {
	if (!can(by, 'administer')) throw new Refusal('not-allowed', 'An administrator sets when weeks close.');
	await db.transaction(async (tx) => {
		await saveOrganisation(tx, { ...(await organisationOf(tx)), closing, fiscalYearStartsIn });
		await audit(
			tx,
			by,
			'set when weeks close',
			`weekday ${closing.weekday} at ${closing.at}; fiscal year from month ${fiscalYearStartsIn}`
		);
	});
}
