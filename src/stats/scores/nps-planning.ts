import { type NotEstimable, notEstimable } from '../estimate.ts';
import { normalQuantile } from '../distributions/normal.ts';

type Plan = { variance?: number; power?: number; level?: number };

/** The variance of one answer with 45% promoters and 20% detractors, the usual look of a relationship survey. */
const usualVariance = 0.5875;

/**
 * The smallest change in points between two periods of `answers` each that would be found with `power`:
 * 100 · (z_{1−α/2} + z_power) · √(2 v / n). A power of 0.5 gives the smallest change that is beyond noise once seen.
 * `variance` is that of one answer, p + d − (p − d)².
 */
export function npsSmallestChange(answers: number, plan: Plan = {}): number | NotEstimable {
	const { variance = usualVariance } = plan;
	if (!(answers > 0)) return notEstimable('no answers are planned');
	return 100 * factor(plan) * Math.sqrt((2 * variance) / answers);
}

/** Answers per period needed to find a change of `points`: (z_{1−α/2} + z_power)² · 2v / Δ², rounded up. */
export function npsAnswersNeeded(points: number, plan: Plan = {}): number | NotEstimable {
	const { variance = usualVariance } = plan;
	if (!(Math.abs(points) > 0)) return notEstimable('no change is smaller than none');
	return Math.ceil((factor(plan) ** 2 * 2 * variance) / (points / 100) ** 2);
}

const factor = ({ power = 0.8, level = 0.95 }: Plan) => normalQuantile((1 + level) / 2) + normalQuantile(power);
