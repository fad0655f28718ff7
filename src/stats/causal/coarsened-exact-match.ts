import { type Inferred, type NotEstimable, notEstimable } from '../estimate.ts';
import { codes, totals } from '../arrays/group.ts';
import { sum } from '../arrays/sum.ts';
import type { Level } from '../inference.ts';
import { ols } from '../regression/ols.ts';

export type CoarsenedInput = {
	treated: ArrayLike<boolean | number>;
	/** categories are matched as they are, numbers by bins */
	x: Readonly<Record<string, ArrayLike<string | number>>>;
	/** ascending limits of a column's bins: a value on a limit belongs to the bin above it */
	cutpoints?: Readonly<Record<string, readonly number[]>>;
	outcome?: ArrayLike<number>;
};

export type CoarsenedMatch = {
	status: 'ok';
	/** 1 for matched treated, m_T/m_C · M_C/M_T for matched others, 0 for the rest */
	weights: Float64Array;
	/** number of the stratum of each customer, −1 when unmatched */
	stratum: Int32Array;
	strata: number;
	matched: { treated: number; comparison: number };
	unmatched: { treated: number; comparison: number };
	effect?: Inferred;
	warnings: string[];
};

/**
 * Coarsened exact matching: customers with the programme are compared with those in the same bins of everything in `x`.
 * Nothing is modelled, so it can be explained in a sentence. Unmatched treated are left out, which changes of whom the
 * effect is told: their number is reported. With `outcome` the weighted difference, HC3 errors. Not estimable when nobody
 * matches. Source: Iacus, King & Porro 2012, Political Analysis 20:1.
 */
export function coarsenedExactMatch(
	input: CoarsenedInput,
	{ level = 0.95 }: Level = {}
): CoarsenedMatch | NotEstimable {
	const { treated, x, cutpoints = {}, outcome } = input;
	const t = Float64Array.from(treated, (value) => (value ? 1 : 0));
	const columns = Object.entries(x);
	if (t.length === 0) return notEstimable('there is nobody to match');
	if (columns.some(([, column]) => column.length !== t.length))
		return notEstimable('a column is shorter or longer than the others');

	const keys = Array.from(t, (_, i) =>
		columns.map(([name, column]) => binOf(column[i], cutpoints[name])).join('\u0000')
	);
	const { labels, of } = codes(keys);
	const withProgramme = totals(of, labels.length, t);
	const others = totals(
		of,
		labels.length,
		t.map((own) => 1 - own)
	);
	const both = withProgramme.map((m, s) => (m > 0 && others[s] > 0 ? 1 : 0));
	const count = (list: Float64Array) => sum(list.map((m, s) => m * both[s]));
	const matched = { treated: count(withProgramme), comparison: count(others) };
	if (matched.treated === 0) return notEstimable('nobody with the programme has a comparison in the same bins');

	const scale = matched.comparison / matched.treated;
	const weights = t.map((own, i) =>
		both[of[i]] === 0 ? 0 : own === 1 ? 1 : (withProgramme[of[i]] / others[of[i]]) * scale
	);
	const unmatched = { treated: sum(t) - matched.treated, comparison: t.length - sum(t) - matched.comparison };
	return {
		status: 'ok',
		weights,
		stratum: of.map((s) => (both[s] ? s : -1)),
		strata: sum(both),
		matched,
		unmatched,
		...(outcome ? { effect: effectOf(t, weights, outcome, level) } : {}),
		warnings:
			unmatched.treated > 0 ? [`${unmatched.treated} with the programme have no comparison and are left out`] : []
	};
}

/** The label of a bin: as it is for a category, else how many limits lie at or below the value. */
function binOf(value: string | number, limits?: readonly number[]): string {
	if (!limits) return String(value);
	return String(limits.filter((limit) => limit <= Number(value)).length);
}

function effectOf(t: Float64Array, weights: Float64Array, outcome: ArrayLike<number>, level: number): Inferred {
	const fit = ols({ y: outcome, x: { treated: t }, weights }, { errors: 'HC3', level });
	if (fit.status !== 'ok') return fit;
	const { treated } = fit.coefficients;
	return treated.status === 'ok'
		? { ...treated, method: 'coarsened exact matching, ATT of the matched, HC3', assumptions }
		: treated;
}

const assumptions = ['within a bin, chance decided who had the programme'];
