import { count } from '#ui/format/number.ts';
import { notEstimable } from '#stats/estimate.ts';
import type { Random } from '#stats/random.ts';
import type { Feeling } from '../../metrics/groups.ts';
import { feelingIn } from '../../metrics/loyalty.ts';
import type { Series } from '../../surveys/series.ts';
import { scoreOfStep } from './columns.ts';
import { reliabilityWithin, slopeAsSeen, slopeWithin, valueByGroup, valueByStep } from './from-sums.ts';
import { intervals } from './intervals.ts';
import type { Found } from './intervals.ts';
import { addUp, emptySums } from './sums.ts';
import type { Columns, Sums } from './sums.ts';

/** What like customers tell, each with the interval of a bootstrap over customers. Minor units of 12 months' revenue. */
export type LikeForLike = {
	/** Per point answered: with nobody compared in particular, and among like customers. */
	asSeen: Found;
	perPointAnswered: Found;
	/** λ, and the slope divided by it: per point that is felt and would be answered again. */
	reliability: Found;
	perPoint: Found;
	/** How much more revenue somebody brings in one group than in another, per customer. */
	lowToMiddle: Found;
	middleToHigh: Found;
	lowToHigh: Found;
	/** How much more the first of the two steps brings than the second, drawn together: two intervals that overlap do not tell. */
	stepsApart: Found;
	/** Revenue of the high group over that of the low one. */
	ratio: Found;
	byScore: { score: number; feeling: Feeling; value: Found; answers: number }[];
};

/** Fewer answers with one before them than this say nothing about how steady answers are. */
const fewestPairs = 30;
const fewestOfAScore = 5;

export function likeForLike(
	columns: Columns,
	series: Series,
	{ random, draws = 2_000 }: { random: Random; draws?: number }
): LikeForLike {
	const customers = columns.begins.length - 1;
	const groupOfStep = Array.from({ length: columns.steps }, (_, step) => feelingIn(series, scoreOfStep(series, step)));
	const sums = emptySums(columns);
	const of = (sample: readonly number[]) => statistics(addUp(columns, sample, sums), groupOfStep);
	const found = intervals(customers, of, { random, draws });
	const [asSeen, perPointAnswered, reliability, perPoint, lowToMiddle, middleToHigh, lowToHigh, ratio, stepsApart] =
		found;
	const whole = addUp(
		columns,
		Int32Array.from({ length: customers }, (_, i) => i),
		sums
	);
	const pairs = total(whole.pairs);
	const steady = pairs >= fewestPairs && reliability.status === 'ok' && reliability.low > 0;
	const unsteady = notEstimable(
		pairs < fewestPairs ? 'too few people have answered twice' : 'answers do not hold from one time to the next'
	);
	return {
		asSeen,
		perPointAnswered,
		reliability: steady ? reliability : unsteady,
		perPoint: steady ? perPoint : perPointAnswered.status === 'ok' ? unsteady : perPointAnswered,
		lowToMiddle,
		middleToHigh,
		lowToHigh,
		stepsApart,
		ratio,
		byScore: groupOfStep.map((feeling, step) => ({
			score: scoreOfStep(series, step),
			feeling,
			...ofStep(whole, step, found[fixed + step])
		}))
	};
}

/** The statistics before those by step. */
const fixed = 9;

function statistics(sums: Sums, groupOfStep: readonly Feeling[]): number[] {
	const slope = slopeWithin(sums);
	const lambda = reliabilityWithin(sums);
	const { high, middle, low } = valueByGroup(sums, groupOfStep);
	return [
		slopeAsSeen(sums),
		slope,
		lambda,
		slope / lambda,
		middle - low,
		high - middle,
		high - low,
		high / low,
		middle - low - (high - middle),
		...valueByStep(sums)
	];
}

const total = (list: Float64Array) => list.reduce((sum, value) => sum + value, 0);

function ofStep(sums: Sums, step: number, value: Found): { value: Found; answers: number } {
	let answers = 0;
	for (let stratum = 0; stratum < sums.strata - 1; stratum++) answers += sums.answers[stratum * sums.steps + step];
	if (answers < fewestOfAScore)
		return {
			answers,
			value: notEstimable(
				answers === 0 ? 'nobody who gave this answer is like others who answered' : `only ${count(answers, 'answer')}`
			)
		};
	return { answers, value };
}
