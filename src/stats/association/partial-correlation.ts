import { type Inferred, notEstimable } from '../estimate.ts';
import type { Level } from '../inference.ts';
import { allFinite } from '../arrays/checks.ts';
import { qrOf } from '../linear/least-squares.ts';
import { refined } from '../linear/refine.ts';
import type { NamedColumns } from '../regression/design.ts';
import { correlation } from './correlation.ts';
import { correlationInference, whyNotPairs } from './pearson.ts';

/**
 * Correlation of x and y once `controls` are held constant: Pearson's of what a regression on the controls leaves of each.
 * g controls that carry something of their own cost as many degrees of freedom: t on n − 2 − g, Fisher's spread
 * 1/√(n − g − 3). Not estimable as `pearson`, or when the controls explain one of the two entirely.
 */
export function partialCorrelation(
	x: readonly number[],
	y: readonly number[],
	controls: NamedColumns,
	{ level = 0.95 }: Level = {}
): Inferred {
	const columns = Object.values(controls);
	const trouble =
		whyNotPairs(x, y, level) ??
		(columns.every((c) => c.length === x.length && allFinite(c)) ? undefined : 'a control has a missing number');
	if (trouble) return notEstimable(trouble);
	if (x.length === 0) return notEstimable('there are no pairs');

	const design = [new Float64Array(x.length).fill(1), ...columns.map((column) => Float64Array.from(column))];
	const qr = qrOf(design);
	const left = (list: readonly number[]) => {
		const own = Float64Array.from(list);
		const { residuals } = refined(qr, own, design);
		const size = own.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
		return residuals.every((e) => Math.abs(e) <= 1e-10 * size) ? residuals.fill(0) : residuals;
	};
	return correlationInference(correlation(left(x), left(y)), {
		n: x.length,
		held: qr.kept.length - 1,
		level,
		method: 'partial correlation, Fisher interval',
		assumptions: ['both, and the controls, run together in straight lines']
	});
}
