import { scaleOf } from '../../surveys/survey.ts';
import type { Series } from '../../surveys/series.ts';
import { better } from './answers.ts';
import type { PricedAnswer } from './answers.ts';
import type { Strata } from './strata.ts';
import type { Columns } from './sums.ts';

export const stepsOf = ({ metric }: Series): number => scaleOf[metric].highest - scaleOf[metric].lowest + 1;

/** The score as a step: 0 is the worst answer, whichever end of the scale that is. */
export const stepOf = (series: Series, score: number): number => better(series, score) - scaleOf[series.metric].lowest;
export const scoreOfStep = (series: Series, step: number): number =>
	better(series, step + scaleOf[series.metric].lowest);

/** Lays answers out customer by customer. */
export function columnsOf(answers: readonly PricedAnswer[], { of, unmatched }: Strata, series: Series): Columns {
	const steps = stepsOf(series);
	const order = [...answers.keys()].sort((a, b) => answers[a].customer - answers[b].customer || a - b);
	const begins = order.flatMap((i, at) =>
		at === 0 || answers[order[at - 1]].customer !== answers[i].customer ? [at] : []
	);
	return {
		strata: unmatched + 1,
		steps,
		begins: Int32Array.from([...begins, order.length]),
		cell: Int32Array.from(order, (i) => of[i] * steps + stepOf(series, answers[i].score)),
		stratum: Int32Array.from(order, (i) => of[i]),
		after: Float64Array.from(order, (i) => answers[i].after),
		previous: Int32Array.from(order, (i) =>
			answers[i].previousScore === null ? -1 : stepOf(series, answers[i].previousScore)
		)
	};
}
