import { codes, totals } from '../arrays/group.ts';
import { sumOf } from '../arrays/sum.ts';

/** Where each answer was drawn: `strata` labels, `clusters` labels (primary units), `populations` units per stratum. */
export type Design = {
	strata?: ArrayLike<string | number>;
	clusters?: ArrayLike<string | number>;
	populations?: Readonly<Record<string, number>>;
};

/** `variance` of the total of z; `units` primary units; `lonely` strata with a single unit. */
export type DesignVariance = { variance: number; units: number; strata: number; lonely: number };

/**
 * Variance of Σ zᵢ over a sample drawn with replacement within strata: Σ_h (1 − n_h/N_h) n_h/(n_h − 1) Σ_c (z_hc − z̄_h)²,
 * z_hc the total of a unit. Give z as the linearised residuals of an estimate to have its variance. A stratum with
 * a single unit has no spread of its own and is measured from the mean of all units ("adjust" in R's survey).
 *
 * Source: Lumley 2010, Complex Surveys, ch. 2; R survey::svyrecvar.
 */
export function designVariance(z: ArrayLike<number>, { strata, clusters, populations }: Design = {}): DesignVariance {
	const stratum = strata ?? Array.from(z, () => '');
	const unit = codes(Array.from(z, (_, i) => `${stratum[i]}\u0000${clusters ? clusters[i] : i}`));
	const unitTotals = totals(unit.of, unit.labels.length, z);
	const strataOfUnits = codes(unit.labels.map((label) => label.split('\u0000')[0]));
	const sizes = totals(strataOfUnits.of, strataOfUnits.labels.length);
	const sums = totals(strataOfUnits.of, strataOfUnits.labels.length, unitTotals);
	const grand = sumOf(unitTotals, (t) => t) / unitTotals.length;

	const spread = (t: number, unitNumber: number) => {
		const h = strataOfUnits.of[unitNumber];
		const n = sizes[h];
		const left = 1 - n / (populations?.[strataOfUnits.labels[h]] ?? Infinity);
		return n === 1 ? left * (t - grand) ** 2 : left * (n / (n - 1)) * (t - sums[h] / n) ** 2;
	};
	return {
		variance: sumOf(unitTotals.keys(), (i) => spread(unitTotals[i], i)),
		units: unitTotals.length,
		strata: sizes.length,
		lonely: sizes.filter((n) => n === 1).length
	};
}
