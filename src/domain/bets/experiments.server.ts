import type { Db } from '#platform/db/connect.ts';
import type { Experiment } from '../money/price/ladder.ts';
import { withoutExperiment } from '../money/price/ladder.ts';
import { organisationOf } from '../scope/server.ts';
import type { Scope } from '../scope/scope.ts';
import { experimentOf } from './experiment.ts';
import { anyJudged, selectBets } from './queries/bets.server.ts';

/** What a point is worth by the bets on the customers that are here. */
export async function experimentFor(db: Db, scope: Scope, series: { id: string }): Promise<Experiment> {
	const { demoSince, margin } = await organisationOf(db);
	const ofDemo = demoSince !== null;
	if (!(await anyJudged(db, ofDemo))) return withoutExperiment;
	return experimentOf(await selectBets(db, ofDemo), { scope, series, margin });
}
