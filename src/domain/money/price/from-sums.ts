import type { Feeling } from '../../metrics/groups.ts';
import type { Sums } from './sums.ts';

/** How far two things move together within strata, and how far the first moves: their ratio is a slope. */
type Moves = { together: number; alone: number };

const slopeOf = ({ together, alone }: Moves): number => together / alone;

/** An answer stands for so many customers of its stratum: strata count by their customers, not by how often they answer. */
const weightOf = ({ answers, customers, steps }: Sums, stratum: number): number => {
	let n = 0;
	for (let step = 0; step < steps; step++) n += answers[stratum * steps + step];
	return n > 0 ? customers[stratum] / n : 0;
};

/**
 * Revenue afterwards per step of the scale among like customers: Σ w·cov / Σ w·var within strata, w a stratum's
 * customers for each of its answers.
 */
export const slopeWithin = (sums: Sums): number => {
	const moves = { together: 0, alone: 0 };
	for (let stratum = 0; stratum < sums.strata - 1; stratum++)
		addMoves(moves, sums, stratum, sums.answers, sums.after, weightOf(sums, stratum));
	return slopeOf(moves);
};

/** λ: how much of a difference between like customers is still there in the same persons' answers before. */
export const reliabilityWithin = (sums: Sums): number => {
	const moves = { together: 0, alone: 0 };
	for (let stratum = 0; stratum < sums.strata - 1; stratum++)
		addMoves(moves, sums, stratum, sums.pairs, sums.previous, 1);
	return slopeOf(moves);
};

function addMoves(
	moves: Moves,
	{ steps }: Sums,
	stratum: number,
	counts: Float64Array,
	totals: Float64Array,
	weight: number
): void {
	let [n, x, xx, y, xy] = [0, 0, 0, 0, 0];
	for (let step = 0; step < steps; step++) {
		const at = stratum * steps + step;
		n += counts[at];
		x += counts[at] * step;
		xx += counts[at] * step * step;
		y += totals[at];
		xy += totals[at] * step;
	}
	if (n === 0) return;
	moves.together += weight * (xy - (x * y) / n);
	moves.alone += weight * (xx - (x * x) / n);
}

/** The straight line through all answers, each customer counted once; those without a match are in it. */
export function slopeAsSeen({ steps, seenBy, seen }: Sums): number {
	let [n, x, xx, y, xy] = [0, 0, 0, 0, 0];
	for (let step = 0; step < steps; step++) {
		n += seenBy[step];
		x += seenBy[step] * step;
		xx += seenBy[step] * step * step;
		y += seen[step];
		xy += seen[step] * step;
	}
	return slopeOf({ together: xy - (x * y) / n, alone: xx - (x * x) / n });
}

export type ByGroup = Record<Feeling, number>;

/**
 * Mean revenue afterwards if all customers had been in one group: V_g = Σ w_s·mean(g, s), w_s the customers in a
 * stratum. A stratum that lacks a group, as may happen in a draw, is left out for all three.
 */
export function valueByGroup(sums: Sums, groupOfStep: readonly Feeling[]): ByGroup {
	const value: ByGroup = { high: 0, middle: 0, low: 0 };
	let customers = 0;
	for (let stratum = 0; stratum < sums.strata - 1; stratum++) {
		const means = meansByGroup(sums, stratum, groupOfStep);
		if (!means) continue;
		const weight = sums.customers[stratum];
		customers += weight;
		value.high += weight * means.high;
		value.middle += weight * means.middle;
		value.low += weight * means.low;
	}
	return { high: value.high / customers, middle: value.middle / customers, low: value.low / customers };
}

/** The means of a stratum's groups, or null where one of them is empty. Plain variables: this runs in every draw. */
function meansByGroup({ answers, after, steps }: Sums, stratum: number, groupOfStep: readonly Feeling[]) {
	let [highs, middles, lows, high, middle, low] = [0, 0, 0, 0, 0, 0];
	for (let step = 0; step < steps; step++) {
		const at = stratum * steps + step;
		if (groupOfStep[step] === 'high') {
			highs += answers[at];
			high += after[at];
		} else if (groupOfStep[step] === 'middle') {
			middles += answers[at];
			middle += after[at];
		} else {
			lows += answers[at];
			low += after[at];
		}
	}
	return highs * middles * lows === 0 ? null : { high: high / highs, middle: middle / middles, low: low / lows };
}

/** Mean revenue afterwards by step: that of all like customers, and how far those of the step lie from their like. */
export function valueByStep(sums: Sums): number[] {
	const { steps, strata, answers, after, customers } = sums;
	const [apart, weights] = [new Float64Array(steps), new Float64Array(steps)];
	let [level, all] = [0, 0];
	for (let stratum = 0; stratum < strata - 1; stratum++) {
		const weight = weightOf(sums, stratum);
		if (weight === 0) continue;
		let y = 0;
		for (let step = 0; step < steps; step++) y += after[stratum * steps + step];
		const mean = (y * weight) / customers[stratum];
		level += customers[stratum] * mean;
		all += customers[stratum];
		for (let step = 0; step < steps; step++) {
			const at = stratum * steps + step;
			apart[step] += weight * (after[at] - answers[at] * mean);
			weights[step] += weight * answers[at];
		}
	}
	return Array.from(apart, (sum, step) => level / all + sum / weights[step]);
}
