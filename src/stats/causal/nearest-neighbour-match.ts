import { type Inferred, type NotEstimable, notEstimable } from '../estimate.ts';
import { allFinite } from '../arrays/checks.ts';
import { orderBy } from '../arrays/order.ts';
import { variance } from '../arrays/sum.ts';
import type { Level } from '../inference.ts';
import { type Nearest, nearestOf } from './nearest.ts';
import { type Pair, pairedEffect } from './paired-effect.ts';

export type NeighbourInput = {
	treated: ArrayLike<boolean | number>;
	/** what customers are matched on: the logit of their propensity */
	score: ArrayLike<number>;
	outcome?: ArrayLike<number>;
};

export type NeighbourOptions = Level & {
	/** no pair further apart than this many standard deviations of the score */
	caliper?: number;
	/** whose turn comes first: the largest score, or the order of the rows */
	order?: 'largest' | 'data';
	/** a comparison customer may serve several times */
	replace?: boolean;
};

export type NeighbourMatch = {
	status: 'ok';
	pairs: Pair[];
	/** rows with the programme and nobody near enough */
	unmatched: number[];
	effect?: Inferred;
	warnings: string[];
};

/**
 * Greedy nearest-neighbour matching: each customer with the programme, in the stated order, takes the nearest one without
 * that is still free and within the caliper. Of two equally near, the one with the lower score, then the later row.
 *
 * With `outcome` the mean difference of pairs and Abadie & Imbens's standard error (a bootstrap would be wrong). CEM or
 * weighting is easier to explain and preferred. Not estimable when nobody matches.
 *
 * Source: Abadie & Imbens 2006, 2008; Austin 2011 for the caliper of 0.2.
 */
export function nearestNeighbourMatch(
	{ treated, score, outcome }: NeighbourInput,
	options: NeighbourOptions = {}
): NeighbourMatch | NotEstimable {
	const { caliper = 0.2, level = 0.95 } = options;
	const columns = outcome ? [score, outcome] : [score];
	if (!columns.every((column) => column.length === treated.length && allFinite(column)))
		return notEstimable('a score or outcome is missing');
	const rows = Array.from(treated, Boolean);
	const own = rows.flatMap((yes, i) => (yes ? [i] : []));
	const others = rows.flatMap((yes, i) => (yes ? [] : [i]));
	if (own.length === 0 || others.length === 0) return notEstimable('one of the groups is empty');

	const spread = Math.sqrt(variance(Float64Array.from(score)));
	if (!Number.isFinite(spread)) return notEstimable('the scores are too far apart to be measured');
	const { pairs, unmatched } = paired(own, others, score, caliper * spread, options);
	if (pairs.length === 0) return notEstimable('nobody with the programme has a comparison near enough');
	return {
		status: 'ok',
		pairs,
		unmatched,
		...(outcome ? { effect: pairedEffect(pairs, others, score, outcome, level) } : {}),
		warnings:
			unmatched.length > 0
				? [`${unmatched.length} with the programme have no comparison near enough and are left out`]
				: []
	};
}

function paired(
	own: readonly number[],
	others: readonly number[],
	score: ArrayLike<number>,
	reach: number,
	options: NeighbourOptions
) {
	const { order = 'largest', replace = false } = options;
	const turns =
		order === 'data'
			? own
			: Array.from(
					orderBy(own.length, (k) => -score[own[k]]),
					(k) => own[k]
				);
	const nearest = nearestOf(others, score);
	const pairs: Pair[] = [];
	const unmatched: number[] = [];
	for (const i of turns) {
		const match = takeNearest(nearest, score[i], reach, replace);
		if (match === null) unmatched.push(i);
		else pairs.push({ treated: i, comparison: match, distance: Math.abs(score[i] - score[match]) });
	}
	return { pairs, unmatched };
}

function takeNearest(nearest: Nearest, at: number, reach: number, replace: boolean): number | null {
	const found = nearest.find(at);
	if (!found || Math.abs(found.score - at) > reach) return null;
	if (!replace) nearest.take(found.place);
	return found.row;
}
