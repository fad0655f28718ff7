import type { Db } from '#platform/db/connect.ts';
import type { Definition } from '../../metrics/figure.ts';
import { organisationOf } from '../../scope/server.ts';
import { selectValuation } from '../queries/valuation.server.ts';
import { lifetimeDefinitions } from './definitions.ts';

/** What the lifetime value beside a comment is, when it was worked out and how, or why there is none. */
export type HowValued = { definition: Definition; at: Date | null; method: string | null; refusal: string | null };

export async function howValued(db: Db): Promise<HowValued> {
	const [found, { margin }] = await Promise.all([selectValuation(db), organisationOf(db)]);
	return {
		definition: lifetimeDefinitions(margin).each,
		at: found?.at ?? null,
		method: found && found.refusal === null ? found.method : null,
		refusal: found ? found.refusal : 'it has not been worked out yet'
	};
}
