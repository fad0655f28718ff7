import { type NotEstimable, notEstimable } from '../estimate.ts';

/**
 * What customers add who gave more than one of the answers: sums over customers with n answers, whose codes have the sum
 * s and the sum of squares q. All are 0 where everybody answered once.
 */
export type RepeatedAnswers = {
	/** Σ (n − 1): answers beyond each customer's first. */
	repeats: number;
	/** Σ n(n − 1). */
	pairs: number;
	/** Σ (n − 1)s. */
	pairSums: number;
	/** Σ (s² − q). */
	pairProducts: number;
};

/** Answers and their mean and variance (divisor n), as they are coded: −1, 0, 1 for NPS, 0 or 1 for a share. */
export type CodedAnswers = { n: number; mean: number; variance: number };

/**
 * How many times larger the variance of a mean is because a customer's answers go together:
 * G/(G − 1) · Σ_c (Σ_{i∈c} (xᵢ − x̄))² over Σ (xᵢ − x̄)², G customers; n over it is how many customers with one answer each
 * would tell as much. Never below 1: that answers of one customer differ more than those of two is chance. Where all
 * answers are the same nothing shows how far they go together, and each customer's are taken as one (Kish 1965:
 * Σn²/Σn). Not estimable where one customer gave them all.
 *
 * Source: Liang & Zeger 1986; Kish 1965, Survey Sampling, 5.4; definitions.md 5.0, 5.1.
 */
export function designEffect(
	{ n, mean, variance }: CodedAnswers,
	{ repeats, pairs, pairSums, pairProducts }: RepeatedAnswers
): number | NotEstimable {
	if (repeats === 0) return 1;
	const customers = n - repeats;
	if (!(customers >= 2)) return notEstimable('all answers come from one customer');
	const alone = n * variance;
	if (!(alone > 1e-9 * n)) return (pairs + n) / n;
	const together = pairProducts - 2 * mean * pairSums + mean * mean * pairs;
	return Math.max(1, ((customers / (customers - 1)) * (alone + together)) / alone);
}

/**
 * What customers add who gave answers both before and after: sums over customers with n answers of the sum s before, and m
 * of the sum t after. All are 0 where nobody did.
 */
export type RepeatedAcross = {
	/** Σ nm. */
	acrossPairs: number;
	/** Σ sm. */
	acrossBefore: number;
	/** Σ nt. */
	acrossAfter: number;
	/** Σ st. */
	acrossProducts: number;
};

/**
 * What is left of the variance of a difference of two means where the same customers gave answers to both, and who answers
 * well before does so after: (V₁ + V₂ − 2C)/(V₁ + V₂), V the variances with their design effects and
 * C = Σ_c Σ_{i∈c} (xᵢ − x̄) · Σ_{j∈c} (yⱼ − ȳ) over both numbers of answers. Never above 1: that customers do the opposite
 * of what they did is chance.
 *
 * Source: Kish 1965, Survey Sampling, 12.4; definitions.md 5.2.
 */
export function leftByPairing(
	before: CodedAnswers & { effect: number },
	after: CodedAnswers & { effect: number },
	{ acrossPairs, acrossBefore, acrossAfter, acrossProducts }: RepeatedAcross
): number {
	const apart = (before.effect * before.variance) / before.n + (after.effect * after.variance) / after.n;
	if (!(apart > 0)) return 1;
	const together =
		acrossProducts - before.mean * acrossAfter - after.mean * acrossBefore + before.mean * after.mean * acrossPairs;
	return Math.min(1, Math.max(0, 1 - (2 * together) / (before.n * after.n) / apart));
}
