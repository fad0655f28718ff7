import type { Inferred, NotEstimable } from '../estimate.ts';
import { exponentiated, symmetric } from '../inference.ts';
import type { FollowUp } from './follow-up.ts';
import { assumptions, type RestrictedMeanOptions, restrictedMeanSurvival } from './restricted-mean-survival.ts';

export type RestrictedMeanComparison = {
	status: 'ok';
	difference: Inferred;
	ratio: Inferred;
	first: Inferred;
	second: Inferred;
};

/**
 * `second` less `first`, and their ratio (interval on the log scale), over the same window. Not estimable when either
 * side is not: the window must be supported in both.
 */
export function restrictedMeanSurvivalDifference(
	first: readonly FollowUp[],
	second: readonly FollowUp[],
	options: RestrictedMeanOptions
): RestrictedMeanComparison | NotEstimable {
	const [a, b] = [first, second].map((rows) => restrictedMeanSurvival(rows, options));
	if (a.status !== 'ok') return a;
	if (b.status !== 'ok') return b;

	const { level = 0.95 } = options;
	const common = {
		n: a.n + b.n,
		events: (a.events ?? 0) + (b.events ?? 0),
		level,
		warnings: [...new Set([...a.warnings, ...b.warnings])],
		assumptions
	};
	const logRatio = symmetric({
		...common,
		value: Math.log(b.value / a.value),
		se: Math.hypot(a.se / a.value, b.se / b.value),
		method: 'ratio of restricted means'
	});
	return {
		status: 'ok',
		difference: symmetric({
			...common,
			value: b.value - a.value,
			se: Math.hypot(a.se, b.se),
			method: 'difference of restricted means'
		}),
		ratio: exponentiated(logRatio, 'ratio of restricted means'),
		first: a,
		second: b
	};
}
