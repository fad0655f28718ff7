import type { Db } from '#platform/db/connect.ts';
import { insightsShown } from '../insights/server.ts';
import type { InsightsShown } from '../insights/shown.ts';
import type { Organisation } from '../scope/organisation.ts';
import { selectDecisionNames } from './queries/decisions.server.ts';

/** An insight ends with a decision of its own week or one soon after; of more nobody knows the names here. */
const namesKnown = 1_000;

/** What a week's insights claim, with the decisions by their names in which they ended. */
export async function insightsOfReview(
	db: Db,
	week: string,
	{ organisation, today }: { organisation: Organisation; today: string }
): Promise<InsightsShown> {
	const names = new Map((await selectDecisionNames(db, namesKnown)).map(({ id, what }) => [id, what]));
	return insightsShown(db, week, {
		...{ zone: organisation.timeZone, ofDemo: organisation.demoSince !== null, today },
		decisionText: (decision) => names.get(decision) ?? `decision ${decision}`
	});
}
