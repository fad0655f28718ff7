import type { Inferred } from '../estimate.ts';
import { symmetric } from '../inference.ts';
import { dot, sumOf } from '../arrays/sum.ts';
import { cholesky, choleskySolve } from '../linear/cholesky.ts';
import type { NamedColumns } from '../regression/design.ts';

type Parts = {
	/** treated 1, others 0 */
	t: Float64Array;
	e: Float64Array;
	raw: Float64Array;
	outcome: Float64Array;
	/** columns of the propensity model, constant first */
	design: readonly Float64Array[];
	means: [number, number];
	estimand: 'ATT' | 'ATE';
};

/**
 * Influence of each customer on a weighted difference of means whose weights come from a logit: its own residual, and what
 * it does to everybody's weights. Σ/n² of squares is the sandwich variance of the stacked estimating equations
 * (Lunceford & Davidian 2004), smaller than if the propensity were known.
 */
function influence({ t, e, raw, outcome, design, means, estimand }: Parts): Float64Array {
	const n = t.length;
	const size = [0, 1].map((own) => sumOf(t.keys(), (i) => (t[i] === own ? raw[i] : 0)) / n);
	const sign = (i: number) => (t[i] === 1 ? 1 : -1);
	const own = t.map((group, i) => (sign(i) * raw[i] * (outcome[i] - means[group])) / size[group]);
	const slope = (i: number) => (estimand === 'ATT' ? (t[i] === 1 ? 0 : 1) : t[i] === 1 ? -(1 - e[i]) : e[i]);
	const tilt = design.map((column) => sumOf(t.keys(), (i) => own[i] * slope(i) * column[i]) / n);
	const information = design.map((a) =>
		Float64Array.from(design, (b) => sumOf(t.keys(), (i) => e[i] * (1 - e[i]) * a[i] * b[i]) / n)
	);
	const direction = choleskySolve(cholesky(information), tilt);
	return own.map(
		(value, i) => value + (t[i] - e[i]) * design.reduce((sum, column, k) => sum + direction[k] * column[i], 0)
	);
}

type EffectParts = {
	t: Float64Array;
	e: Float64Array;
	raw: Float64Array;
	outcome: Float64Array;
	x: NamedColumns;
	estimand: 'ATT' | 'ATE';
	level: number;
	warnings: string[];
	nEff: number;
};

/** The weighted difference of means, with the error of weights that were estimated. */
export function weightedEffect({ t, e, raw, outcome, x, estimand, level, warnings, nEff }: EffectParts): Inferred {
	const design = [new Float64Array(t.length).fill(1), ...Object.values(x).map((column) => Float64Array.from(column))];
	const mean = (own: number) =>
		dot(
			raw.map((w, i) => (t[i] === own ? w : 0)),
			outcome
		) / sumOf(raw.keys(), (i) => (t[i] === own ? raw[i] : 0));
	const [others, own] = [mean(0), mean(1)];
	const pulls = influence({ t, e, raw, outcome, design, means: [others, own], estimand });
	return symmetric({
		value: own - others,
		se: Math.sqrt(sumOf(pulls, (p) => p * p)) / t.length,
		n: t.length,
		nEff,
		level,
		method: `inverse probability weighting, ${estimand}`,
		warnings,
		assumptions: [
			'nothing unmeasured decides both the programme and the outcome',
			'every customer could have been in either group'
		]
	});
}
