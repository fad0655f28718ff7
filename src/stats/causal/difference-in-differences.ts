import { type Inferred, type NotEstimable, notEstimable } from '../estimate.ts';
import type { Level } from '../inference.ts';
import { codes } from '../arrays/group.ts';
import { mean } from '../arrays/sum.ts';
import type { NamedColumns } from '../regression/design.ts';
import type { Errors, Labels } from '../regression/errors.ts';
import { ols } from '../regression/ols.ts';

export type DifferenceInput = {
	y: readonly number[];
	/** in the group that got it (true, 1) */
	treated: ArrayLike<boolean | number>;
	/** after it started (true, 1) */
	after: ArrayLike<boolean | number>;
	/** the unit at which it was rolled out: accounts, or regions if it was regions */
	cluster?: Labels;
	x?: NamedColumns;
	weights?: ArrayLike<number>;
};

export type DifferenceInDifferences = {
	status: 'ok';
	effect: Inferred;
	/** plain means of the four cells */
	means: { treatedBefore: number; treatedAfter: number; comparisonBefore: number; comparisonAfter: number };
	n: number;
	warnings: string[];
	assumptions: string[];
};

/** Below this, clustered errors are corrected for few units. */
const fewClusters = 40;

/**
 * (treated after − before) − (comparison after − before), as the interaction of a regression; `x` adjusts. Errors
 * clustered at the unit of roll-out, CR2 with Satterthwaite degrees of freedom below 40 units, HC3 without clusters.
 * Only for one start: staggered roll-outs need `attGroupTime`. Not estimable when a cell is empty.
 *
 * Source: Card & Krueger 1994; Bertrand, Duflo & Mullainathan 2004. definitions.md 5.15.
 */
export function differenceInDifferences(
	input: DifferenceInput,
	{ level = 0.95 }: Level = {}
): DifferenceInDifferences | NotEstimable {
	const { y, cluster, x = {}, weights } = input;
	if (input.treated.length !== y.length || input.after.length !== y.length)
		return notEstimable('a column is shorter or longer than the others');
	const [treated, after] = [input.treated, input.after].map((list) => Array.from(list, (value) => (value ? 1 : 0)));
	const cell = (t: number, a: number) => mean(y.filter((_, i) => treated[i] === t && after[i] === a));
	const means = {
		treatedBefore: cell(1, 0),
		treatedAfter: cell(1, 1),
		comparisonBefore: cell(0, 0),
		comparisonAfter: cell(0, 1)
	};
	if (Object.values(means).some(Number.isNaN))
		return notEstimable('one of the four groups (with or without, before or after) is empty');

	const both = treated.map((t, i) => t * after[i]);
	const fit = ols(
		{ y, x: { treated, after, 'treated after': both, ...x }, weights },
		{ level, errors: errorsFor(cluster) }
	);
	if (fit.status !== 'ok') return fit;
	const effect = fit.coefficients['treated after'];
	return {
		status: 'ok',
		effect:
			effect.status === 'ok'
				? { ...effect, method: `difference in differences, ${effect.method}`, assumptions }
				: effect,
		means,
		n: fit.n,
		warnings: fit.warnings,
		assumptions
	};
}

const assumptions = [
	'without the programme both groups would have changed alike',
	'the programme did not reach the comparison'
];

function errorsFor(cluster?: Labels): Errors {
	if (!cluster) return 'HC3';
	return codes(cluster).labels.length < fewClusters ? { cr2: cluster } : { cluster };
}
