import { clopperPearson } from '../shares/proportion.ts';

/** On which scale an interval of a survival is symmetric. */
export type Transform = 'log-log' | 'log' | 'plain';

export type Limits = { low: number; high: number } | null;

/**
 * Limits of a survival with standard error √logVariance on the log scale, or null where it has none: at 1 before anyone
 * left (log-log and log), at 0 when all have.
 *
 * log-log: S^exp(±z se/|log S|), which stays within 0 and 1 (Kalbfleisch & Prentice 2002). log: S·exp(±z se), as R by
 * default. plain: S ± z S se. Both are clipped to 0…1.
 */
export function survivalLimits(survival: number, logVariance: number, z: number, transform: Transform): Limits {
	const se = Math.sqrt(logVariance);
	if (survival <= 0 || !Number.isFinite(se)) return null;
	if (transform === 'plain')
		return { low: Math.max(0, survival * (1 - z * se)), high: Math.min(1, survival * (1 + z * se)) };
	if (transform === 'log') return { low: survival * Math.exp(-z * se), high: Math.min(1, survival * Math.exp(z * se)) };
	if (survival >= 1) return null;
	const spread = Math.exp((z * se) / -Math.log(survival));
	return { low: survival ** spread, high: survival ** (1 / spread) };
}

/** When nobody has left, what may be: 1 down to one less Clopper & Pearson's upper limit of churn among those still at risk. */
export const limitsWhenAllStay = (atRisk: number, level: number): Limits => ({
	low: clopperPearson({ count: Math.floor(atRisk), n: Math.floor(atRisk) }, level).low,
	high: 1
});
