import { type Rotated, type RotatedCovariance, weightedProduct } from './errors.ts';

export type HeteroskedasticKind = 'HC0' | 'HC1' | 'HC2' | 'HC3' | 'HC4';

/** A row that alone decides its fitted value cannot have its error estimated. */
const decidesItself = 1 - 1e-10;

/**
 * White's covariance Σ e² ω q q′ with ω = 1 (HC0), n/(n−k) (HC1), 1/(1−h) (HC2), 1/(1−h)² (HC3), 1/(1−h)^min(4, nh/k)
 * (HC4). HC2 to HC4 have no answer where a row has leverage 1.
 */
export function heteroskedastic(kind: HeteroskedasticKind, { q, residuals, leverage, df }: Rotated): RotatedCovariance {
	const n = residuals.length;
	const factor: Record<HeteroskedasticKind, (h: number) => number> = {
		HC0: () => 1,
		HC1: () => n / df,
		HC2: (h) => 1 / (1 - h),
		HC3: (h) => 1 / (1 - h) ** 2,
		HC4: (h) => 1 / (1 - h) ** Math.min(4, (n * h) / q.length)
	};
	const needsLeverage = kind !== 'HC0' && kind !== 'HC1';
	const alone = needsLeverage && leverage.some((h) => h > decidesItself);
	return {
		covariance: weightedProduct(
			q,
			residuals.map((e, i) => e * e * factor[kind](leverage[i]))
		),
		df,
		method: kind,
		...(alone ? { trouble: 'a single row decides a figure of its own, so its error is unknown' } : {})
	};
}
