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
