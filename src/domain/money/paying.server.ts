import type { Db } from '#platform/db/connect.ts';
import type { Scope } from '../scope/scope.ts';
import { firstDay } from '../scope/scope.ts';
import { coverageStates } from './coverage.ts';
import { selectCoverage } from './queries/read-heard.server.ts';

/** How many customers in scope pay at the end of its week, and what they pay a year, in minor units. */
export async function payingIn(db: Db, scope: Scope): Promise<{ customers: number; perYearMinor: number }> {
	const week = firstDay(scope);
	const [{ customers, perYear }] = coverageStates(await selectCoverage(db, scope, week), [week]);
	return { customers, perYearMinor: perYear };
}
