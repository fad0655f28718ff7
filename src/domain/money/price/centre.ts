import type { Columns } from './sums.ts';

/** How far each answer's value lies from the mean of its stratum. */
export function awayFromStratum({ strata, stratum }: Columns, values: ArrayLike<number>): Float64Array {
	const [n, sum] = [new Float64Array(strata), new Float64Array(strata)];
	for (let i = 0; i < stratum.length; i++) {
		n[stratum[i]]++;
		sum[stratum[i]] += values[i];
	}
	return Float64Array.from(stratum, (s, i) => values[i] - sum[s] / n[s]);
}

/** How many customers each answer stands for: those of its stratum, shared out over its answers; 0 without a match. */
export function standsFor({ strata, stratum, begins }: Columns): Float64Array {
	const [n, customers] = [new Float64Array(strata), new Float64Array(strata)];
	for (let c = 0; c < begins.length - 1; c++) {
		for (let i = begins[c]; i < begins[c + 1]; i++) {
			n[stratum[i]]++;
			customers[stratum[i]] += 1 / (begins[c + 1] - begins[c]);
		}
	}
	return Float64Array.from(stratum, (s) => (s < strata - 1 ? customers[s] / n[s] : 0));
}

/** The steps of the answers. */
export const stepsIn = ({ cell, steps }: Columns): Float64Array => Float64Array.from(cell, (at) => at % steps);

/**
 * An outcome as if all in a stratum had paid as much a year when they answered: what is left of that difference within
 * a band is taken out by its regression beside the score (analysis of covariance). Where large orders are no sign of
 * more to come, the regression finds nothing to take out. The stratum's mean stays.
 */
export function evened(columns: Columns, outcome: ArrayLike<number>): Float64Array {
	const weight = standsFor(columns);
	const [x, r, y] = [stepsIn(columns), columns.perYear, outcome].map((list) => awayFromStratum(columns, list));
	const sum = (a: Float64Array, b: Float64Array) => a.reduce((total, value, i) => total + weight[i] * value * b[i], 0);
	const [xx, xr, rr, xy, ry] = [sum(x, x), sum(x, r), sum(r, r), sum(x, y), sum(r, y)];
	const free = xx * rr - xr * xr;
	const slope = free > 1e-9 * xx * rr ? (ry * xx - xy * xr) / free : 0;
	return Float64Array.from(r, (away, i) => outcome[i] - (weight[i] > 0 ? slope * away : 0));
}
