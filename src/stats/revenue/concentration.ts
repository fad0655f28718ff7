import { type Inferred, type NotEstimable, notEstimable } from '../estimate.ts';
import { symmetric, shown } from '../inference.ts';
import { allFinite } from '../arrays/checks.ts';
import { ascending, quantileOfSorted } from '../arrays/quantile.ts';
import { mean, sum, variance } from '../arrays/sum.ts';

/** What a mean of revenue hides. Shares are of the total and undefined (null) when the total is not positive. */
export type Concentration = {
	status: 'ok';
	n: number;
	mean: number;
	median: number;
	/** mean without the lowest and highest 10%, with Yuen's standard error and t on h − 1 */
	trimmedMean: Inferred;
	meanWithoutLargest: number;
	topShare: number | null;
	topPercentShare: number | null;
	topFiveShare: number | null;
	warnings: string[];
};

/**
 * How far a few accounts carry a total: shown beside every mean of revenue, since neither t nor bootstrap is honest
 * when one account holds most of it. `values` net revenue an account, refunds negative. Not estimable below two accounts.
 *
 * Source: Yuen 1974 for the trimmed mean; statistics.md 2.
 */
export function concentration(
	values: readonly number[],
	{ level = 0.95 }: { level?: number } = {}
): Concentration | NotEstimable {
	const n = values.length;
	if (n < 2 || !allFinite(values)) return notEstimable(n < 2 ? 'fewer than two accounts' : 'an account has no amount');
	const sorted = ascending(values);
	const total = sum(sorted);
	const share = (top: number) => (total > 0 ? sum(sorted.subarray(n - top)) / total : null);
	const topShare = share(1);
	return shown({
		status: 'ok',
		n,
		mean: total / n,
		median: quantileOfSorted(sorted, 0.5),
		trimmedMean: trimmedMean(sorted, level),
		meanWithoutLargest: (total - sorted[n - 1]) / (n - 1),
		topShare,
		topPercentShare: share(Math.ceil(n / 100)),
		topFiveShare: share(Math.min(5, n)),
		warnings: topShare !== null && topShare > 0.2 ? ['one account carries more than a fifth of the total'] : []
	});
}

function trimmedMean(sorted: Float64Array, level: number): Inferred {
	const n = sorted.length;
	const cut = Math.floor(n / 10);
	const kept = n - 2 * cut;
	const winsorised = sorted.map((x) => Math.min(sorted[n - 1 - cut], Math.max(sorted[cut], x)));
	return symmetric({
		value: mean(sorted.subarray(cut, n - cut)),
		se: Math.sqrt(((n - 1) * variance(winsorised)) / (kept * (kept - 1))),
		n,
		level,
		df: kept - 1,
		method: '10% trimmed mean, Yuen'
	});
}
