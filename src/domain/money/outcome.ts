import type { Estimate, NotEstimable } from '#stats/estimate.ts';
import type { Explained } from '../metrics/explained.ts';
import { feelings, groupName } from '../metrics/groups.ts';
import type { Feeling } from '../metrics/groups.ts';
import { feelingIn } from '../metrics/loyalty.ts';
import type { Series } from '../surveys/series.ts';
import { scaleOf } from '../surveys/survey.ts';
import { meanOutcome } from './value.ts';
import type { Sums } from './value.ts';

/** Revenue in the twelve months after the answer, for one score or one group. */
export type OutcomeOf<What> = What & { revenue: Estimate | NotEstimable; customers: number };

/** `withRevenue`: how many of the customers paid anything in the twelve months. */
export type OutcomeSums = Sums & { withRevenue: number };

export type Outcomes = {
	byScore: OutcomeOf<{ score: number; feeling: Feeling }>[];
	byGroup: OutcomeOf<{ feeling: Feeling; name: string }>[];
	/** What stands behind the chart of it. */
	about?: Explained;
};

/** From sums by score to means with intervals, by score and by group; every score of the scale is there. */
export function outcomes(series: Series, sums: readonly (OutcomeSums & { score: number })[]): Outcomes {
	const { lowest, highest } = scaleOf[series.metric];
	const scores = Array.from({ length: highest - lowest + 1 }, (_, i) => lowest + i);
	const sumOf = (score: number) => addSums(sums.filter((sum) => sum.score === score));

	return {
		byScore: scores.map((score) => described({ score, feeling: feelingIn(series, score) }, sumOf(score))),
		byGroup: feelings.map((feeling) =>
			described(
				{ feeling, name: groupName(series.metric, feeling) },
				addSums(scores.filter((score) => feelingIn(series, score) === feeling).map(sumOf))
			)
		)
	};
}

const addSums = (all: readonly OutcomeSums[]): OutcomeSums =>
	all.reduce(
		(sum, part) => ({
			customers: sum.customers + part.customers,
			withRevenue: sum.withRevenue + part.withRevenue,
			revenue: sum.revenue + part.revenue,
			revenueSquared: sum.revenueSquared + part.revenueSquared
		}),
		{ customers: 0, withRevenue: 0, revenue: 0, revenueSquared: 0 }
	);

const described = <What>(what: What, sums: OutcomeSums): OutcomeOf<What> => ({
	...what,
	revenue: meanOutcome(sums),
	customers: sums.customers
});
