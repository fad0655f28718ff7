import type { Db } from '#platform/db/connect.ts';
import { ageText, endText } from './insight.ts';
import type { Insight } from './insight.ts';
import { insightsOfWeek } from './insights.server.ts';
import { countOppositeOf } from './opposite.server.ts';
import { selectFigures } from './queries/figures.server.ts';
import type { FigureShown, InsightShown, InsightsShown } from './shown.ts';

/** A meeting looks at so many; the Insights page has them all. */
const most = 20;

/** `ofDemo`: those about the made-up company; `decisionText`: what a decision is called. */
type Showing = { zone: string; today: string; ofDemo: boolean; decisionText: (decision: number) => string };

/** The insights that were made in a week, or ended within its days, as they stand now. */
export async function insightsShown(db: Db, week: string, showing: Showing): Promise<InsightsShown> {
	const insights = await insightsOfWeek(db, week, showing);
	const told = await Promise.all(insights.slice(0, most).map((insight) => shown(db, insight, showing)));
	return { told, of: insights.length };
}

async function shown(db: Db, insight: Insight, { zone, today, decisionText }: Showing): Promise<InsightShown> {
	const { number, population, current, evidence } = insight;
	const [figures, opposite] = await Promise.all([selectFigures(db, number), countOppositeOf(db, insight, zone)]);
	return {
		...{ number, population, evidence, opposite },
		claim: current.claim,
		owner: current.owner.name,
		state: current.state,
		age: ageText(insight, { zone, today }),
		end: current.end && endText(current.end, decisionText),
		figures: figures.map(({ number: _, pinnedBy: __, pinnedAt: ___, ...figure }): FigureShown => figure)
	};
}
