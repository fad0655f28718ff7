import { type Inferred, notEstimable } from '../estimate.ts';
import { untested, withLimits } from '../inference.ts';
import { followed, type FollowUp } from './follow-up.ts';
import { productLimit } from './product-limit.ts';
import { type RiskTable, riskTable } from './risk-table.ts';
import { limitsWhenAllStay } from './survival-limits.ts';

export type RestrictedMeanOptions = {
	/** the window, chosen before looking: the first 12 months */
	horizon: number;
	level?: number;
};

/**
 * How long customers stay on average within the first `horizon`: μ(τ) = ∫₀^τ S(t) dt, with variance
 * Σ_{t_j ≤ τ} (∫_{t_j}^τ S)² d/(n(n − d)). "Promoters stay 0.9 months longer out of the first 12" needs no proportional
 * hazards. In the unit of `time`. Not estimable when nobody was followed as long as the horizon (unless all had left).
 *
 * Source: Royston & Parmar 2013; Klein & Moeschberger 2003, 4.5. statistics.md 3.4.
 */
export function restrictedMeanSurvival(
	rows: readonly FollowUp[],
	{ horizon, level = 0.95 }: RestrictedMeanOptions
): Inferred {
	if (!(horizon > 0 && horizon < Infinity)) return notEstimable('the window has no length');
	const spells = followed(rows);
	if (spells.status !== 'ok') return spells;

	const table = riskTable(spells);
	const area = areaUntil(table, horizon);
	if (!area) return notEstimable(`nobody has been followed for ${horizon} yet`);
	const told = {
		value: area.mean,
		se: area.se,
		n: spells.n,
		events: area.events,
		level,
		method: 'restricted mean',
		assumptions
	};
	if (area.events > 0) return untested({ ...told, warnings: spells.events < 10 ? ['fewer than ten have left'] : [] });
	return withLimits({
		...told,
		...allStay(table, horizon, level),
		method: 'restricted mean, Clopper-Pearson',
		warnings: ['nobody has left within the window']
	});
}

export const assumptions = ['those last seen would have stayed as long as the others'];

function allStay(table: RiskTable, horizon: number, level: number) {
	const seen = table.times.findLastIndex((t) => t <= horizon);
	const atRisk =
		table.atRisk[0][Math.max(0, Math.min(seen + (table.times[seen] < horizon ? 1 : 0), table.times.length - 1))];
	return { low: horizon * limitsWhenAllStay(atRisk, level)!.low, high: horizon };
}

type Area = { mean: number; se: number; events: number };

/** ∫₀^τ S and its standard error, or undefined where S is not known up to τ. */
function areaUntil(table: RiskTable, horizon: number): Area | undefined {
	const { survival } = productLimit(table);
	const steps = table.times.findLastIndex((t) => t <= horizon) + 1;
	const last = table.times[table.times.length - 1];
	if (last < horizon && survival[survival.length - 1] > 0) return undefined;

	let after = 0;
	let variance = 0;
	let events = 0;
	for (let j = steps - 1; j >= 0; j--) {
		const until = j + 1 < steps ? table.times[j + 1] : horizon;
		after += survival[j] * (until - table.times[j]);
		const [n, d] = [table.atRisk[0][j], table.events[0][j]];
		if (d > 0 && d < n) variance += (after ** 2 * d) / (n * (n - d));
		events += d;
	}
	return { mean: after + Math.min(horizon, table.times[0]), se: Math.sqrt(variance), events };
}
