import { type Inferred, type NotEstimable, notEstimable } from '../estimate.ts';
import { symmetric, shown } from '../inference.ts';
import { allFinite } from '../arrays/checks.ts';
import { codes, totals } from '../arrays/group.ts';
import { dot, sum } from '../arrays/sum.ts';
import { designVariance } from './design-variance.ts';
import { effectiveSize } from './effective.ts';

export type Cell = { cell: string; population: number; answers: number; weight: number; responseRate: number };

/** `weights` one an answer, summing to the population that was heard; `unheard` cells with customers and no answer. */
export type PostStratified = {
	status: 'ok';
	weights: number[];
	cells: Cell[];
	unheard: string[];
	unheardShare: number;
	nEff: number;
	designEffect: number;
	warnings: string[];
	/** the weighted mean of `values`, when given */
	mean?: Inferred;
};

/**
 * Weights that make the answers of each cell stand for all its customers: w = N_c / n_c. `cells` names the cell of each
 * answer, `population` the number of customers in each cell, `values` (optional) what to average: 100, 0, −100 for an NPS.
 *
 * The mean's standard error comes from the spread within cells, √(n/(n−1) Σ z²), z = w (v − v̄_c)/N (R survey's
 * postStratify). Repairs only a response that differs between cells. A cell with customers and no answer is reported as
 * unheard and left out; an answer from a cell without customers gets weight 0.
 *
 * Source: Lumley 2010, ch. 7; Holt & Smith 1979. statistics.md 1.3.
 */
export function postStratify(
	{
		cells,
		population,
		values
	}: { cells: readonly string[]; population: Readonly<Record<string, number>>; values?: readonly number[] },
	{ level = 0.95 }: { level?: number } = {}
): PostStratified | NotEstimable {
	const trouble = whyNotCells(cells, population, values);
	if (trouble) return notEstimable(trouble);

	const { labels, of } = codes(cells);
	const answers = totals(of, labels.length);
	const share = Float64Array.from(labels, (label, c) => (population[label] ?? 0) / answers[c]);
	const weights = Array.from(of, (c) => share[c]);
	const unheard = Object.keys(population).filter((cell) => population[cell] > 0 && !labels.includes(cell));
	const everyone = sum(Object.values(population));
	if (!(sum(weights) > 0)) return notEstimable('no answer comes from a cell that has customers');

	const unknown = labels.filter((label) => !(population[label] > 0));
	const nEff = effectiveSize(weights);
	const warnings = [
		...(unheard.length > 0 ? [`nobody answered in: ${unheard.join(', ')}`] : []),
		...(unknown.length > 0 ? [`answers without customers in: ${unknown.join(', ')}`] : [])
	];
	return shown({
		status: 'ok',
		weights,
		cells: labels.map((cell, c) => cellOf(cell, population[cell] ?? 0, answers[c])),
		unheard,
		unheardShare: unheard.reduce((n, cell) => n + population[cell], 0) / everyone,
		nEff,
		designEffect: cells.length / nEff,
		warnings,
		...(values ? { mean: meanWithin({ values, weights, of, answers, level, warnings }) } : {})
	});
}

const cellOf = (cell: string, population: number, answers: number): Cell => ({
	cell,
	population,
	answers,
	weight: population / answers,
	responseRate: population > 0 ? Math.min(1, answers / population) : 0
});

function whyNotCells(
	cells: readonly string[],
	population: Readonly<Record<string, number>>,
	values?: readonly number[]
) {
	if (cells.length < 2) return 'too few answers to weight';
	if (!Object.values(population).every((n) => Number.isFinite(n) && n >= 0)) return 'a cell has no number of customers';
	if (values && (values.length !== cells.length || !allFinite(values))) return 'each answer needs one number';
	return undefined;
}

type Within = {
	values: readonly number[];
	weights: readonly number[];
	of: Int32Array;
	answers: Float64Array;
	level: number;
	warnings: string[];
};

function meanWithin({ values, weights, of, answers, level, warnings }: Within): Inferred {
	const total = sum(weights);
	const sums = totals(of, answers.length, values);
	const residuals = values.map((v, i) => (weights[i] * (v - sums[of[i]] / answers[of[i]])) / total);
	return symmetric({
		value: dot(weights, values) / total,
		se: Math.sqrt(designVariance(residuals).variance),
		n: values.length,
		nEff: effectiveSize(weights),
		level,
		method: 'post-stratified, linearised',
		warnings,
		assumptions: ['within each cell, those who answered speak for those who did not']
	});
}
