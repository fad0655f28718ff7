import { type Inferred, notEstimable } from '../estimate.ts';
import { withLimits } from '../inference.ts';
import type { SurvivalCurve } from './survival-curve.ts';
import { limitsWhenAllStay } from './survival-limits.ts';

/**
 * The share still with us at `time`, with the curve's limits there; while nobody has left, 1 down to Clopper &
 * Pearson's limit. Not estimable beyond the last follow-up, since a curve is not extended, nor once all have left.
 */
export function survivalAt(curve: SurvivalCurve, time: number): Inferred {
	if (!(time >= 0)) return notEstimable('a time is missing or negative');
	if (time > curve.followedUntil) return notEstimable(`nobody has been followed for ${time} yet`);
	const point = curve.points.findLast((at) => at.time <= time) ?? {
		...curve.points[0],
		survival: 1,
		se: 0,
		low: null,
		high: null
	};
	const { survival, se, low, high, atRisk, thin } = point;
	const limits =
		low !== null && high !== null ? { low, high } : survival === 1 ? limitsWhenAllStay(atRisk, curve.level) : null;
	if (!limits) return notEstimable('nobody is left by then');
	return withLimits({
		value: survival,
		...limits,
		se: se ?? 0,
		n: curve.n,
		nEff: atRisk,
		events: curve.events,
		level: curve.level,
		method: `Kaplan-Meier, ${survival === 1 ? 'Clopper-Pearson' : curve.method}`,
		warnings: thin ? ['few customers are followed that long'] : [],
		assumptions: curve.assumptions
	});
}
