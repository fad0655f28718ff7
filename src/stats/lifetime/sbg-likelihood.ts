/** Churn chances of customers are Beta(α, β) distributed. */
export type SbgParameters = { alpha: number; beta: number };

/** P(T = t) and S(t) by their recursion, which cannot overflow; `lost` by age from 1, `active` at the end by age. */
export function sbgLogLikelihood(
	{ alpha, beta }: SbgParameters,
	lost: readonly number[],
	active: readonly number[]
): number {
	let logLost = Math.log(alpha / (alpha + beta));
	let logSurvival = Math.log(beta / (alpha + beta));
	let total = 0;
	for (let t = 1; t <= lost.length; t++) {
		if (t > 1) {
			logLost += Math.log((beta + t - 2) / (alpha + beta + t - 1));
			logSurvival += Math.log((beta + t - 1) / (alpha + beta + t - 1));
		}
		total += lost[t - 1] * logLost + active[t - 1] * logSurvival;
	}
	return total;
}
