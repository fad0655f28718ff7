/**
 * What the price follows from: sums by stratum and step of the scale. A step counts from 0, the worst answer. The last
 * stratum holds the answers that found no match.
 */
export type Sums = {
	strata: number;
	steps: number;
	/**
	 * By stratum × step: answers, their revenue afterwards evened, and of those with an answer before it, how many and its
	 * sum.
	 */
	answers: Float64Array;
	after: Float64Array;
	pairs: Float64Array;
	previous: Float64Array;
	/** By step: customers, each counted once, shared out over their answers, and their revenue afterwards as it was. */
	seenBy: Float64Array;
	seen: Float64Array;
	/** By stratum: customers, each counted once, shared out over the strata of their answers. */
	customers: Float64Array;
};

/** Answers as flat columns, customer by customer, so that thousands of draws stay quick. */
export type Columns = {
	strata: number;
	steps: number;
	/** Where each customer's answers begin; one more at the end. */
	begins: Int32Array;
	cell: Int32Array;
	stratum: Int32Array;
	/** Revenue afterwards as it was, and as if all in a stratum had paid as much a year when they answered. */
	seen: Float64Array;
	after: Float64Array;
	perYear: Float64Array;
	/** The step of the same person's answer before; −1: none. */
	previous: Int32Array;
};

export const emptySums = ({ strata, steps }: { strata: number; steps: number }): Sums => ({
	strata,
	steps,
	answers: new Float64Array(strata * steps),
	after: new Float64Array(strata * steps),
	pairs: new Float64Array(strata * steps),
	previous: new Float64Array(strata * steps),
	seenBy: new Float64Array(steps),
	seen: new Float64Array(steps),
	customers: new Float64Array(strata)
});

/**
 * Adds these customers up, each as often as it is named, into sums that are overwritten. Counted first and then walked
 * in order, since a thousand draws that jump about in memory take three times as long.
 */
export function addUp(columns: Columns, customers: ArrayLike<number>, sums: Sums): Sums {
	const { begins, cell, steps, stratum, seen, after, previous } = columns;
	const { answers, after: afterSum, pairs, previous: previousSum, seenBy, seen: seenSum, customers: of } = sums;
	for (const list of [answers, seenBy, seenSum, afterSum, pairs, previousSum, of]) list.fill(0);
	const times = new Uint16Array(begins.length - 1);
	for (let i = 0; i < customers.length; i++) times[customers[i]]++;
	for (let c = 0; c < times.length; c++) {
		const often = times[c];
		if (often === 0) continue;
		const share = often / (begins[c + 1] - begins[c]);
		for (let i = begins[c]; i < begins[c + 1]; i++) {
			const at = cell[i];
			answers[at] += often;
			const step = at % steps;
			seenBy[step] += share;
			seenSum[step] += share * seen[i];
			afterSum[at] += often * after[i];
			of[stratum[i]] += share;
			if (previous[i] < 0) continue;
			pairs[at] += often;
			previousSum[at] += often * previous[i];
		}
	}
	return sums;
}
