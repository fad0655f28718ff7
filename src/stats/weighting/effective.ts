import { largest } from '../arrays/checks.ts';
import { median } from '../arrays/quantile.ts';
import { sum, sumOf } from '../arrays/sum.ts';

/** Kish's effective number of answers, (Σw)²/Σw²: unequal weights cost evidence. 0 for none. */
export function effectiveSize(weights: readonly number[]): number {
	const unit = largest(weights);
	if (!(unit > 0)) return 0;
	return sumOf(weights, (w) => w / unit) ** 2 / sumOf(weights, (w) => (w / unit) ** 2);
}

/** `weights` with the old total, `cut` how many were cut, `moved` the share of the total that went to others. */
export type Trimmed = { weights: number[]; cut: number; moved: number };

/**
 * Cuts weights at `times` the median and scales all up again, so that the total stays and no weight is above `times`
 * the new median. Weights of 0 stay 0 and do not count towards the median. definitions.md 5.13 caps at 5.
 */
export function trimWeights(weights: readonly number[], times = 5): Trimmed {
	const cap = times * median(weights.filter((w) => w > 0));
	const trimmed = weights.map((w) => (w > cap ? cap : w));
	const [total, kept] = [sum(weights), sum(trimmed)];
	const scale = kept > 0 ? total / kept : 1;
	return {
		weights: trimmed.map((w) => w * scale),
		cut: weights.filter((w) => w > cap).length,
		moved: total > 0 ? 1 - kept / total : 0
	};
}
