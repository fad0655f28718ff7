/**
 * What the price follows from: sums by stratum and step of the scale. A step counts from 0, the worst answer. The last
 * stratum holds the answers that found no match.
 */
export type Sums = {
	strata: number;
	steps: number;
	/** By stratum × step: answers, their revenue afterwards, and of those with an answer before it, how many and its sum. */
	answers: Float64Array;
	after: Float64Array;
	pairs: Float64Array;
	previous: Float64Array;
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
	after: Float64Array;
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
	customers: new Float64Array(strata)
});

/** Adds these customers up, each as often as it is named, into sums that are overwritten. */
export function addUp(columns: Columns, customers: ArrayLike<number>, sums: Sums): Sums {
	const { begins, cell, stratum, after, previous } = columns;
	for (const list of [sums.answers, sums.after, sums.pairs, sums.previous, sums.customers]) list.fill(0);
	for (let c = 0; c < customers.length; c++) {
		const from = begins[customers[c]];
		const to = begins[customers[c] + 1];
		const share = 1 / (to - from);
		for (let i = from; i < to; i++) {
			const at = cell[i];
			sums.answers[at]++;
			sums.after[at] += after[i];
			sums.customers[stratum[i]] += share;
			if (previous[i] < 0) continue;
			sums.pairs[at]++;
			sums.previous[at] += previous[i];
		}
	}
	return sums;
}
