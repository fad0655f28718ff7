import { type NotEstimable, notEstimable } from '../estimate.ts';
import { criticalValue, whyNotLevel, shown } from '../inference.ts';
import { type Followed, followed, type FollowUp } from './follow-up.ts';
import { jackknifeVariance } from './infinitesimal-jackknife.ts';
import { productLimit, type ProductLimit } from './product-limit.ts';
import { type RiskTable, riskTable } from './risk-table.ts';
import type { SurvivalCurve, SurvivalPoint } from './survival-curve.ts';
import { medianOf } from './survival-quantile.ts';
import { type Limits, limitsWhenAllStay, survivalLimits, type Transform } from './survival-limits.ts';

export type KaplanMeierOptions = {
	level?: number;
	/** `log-log` unless compared with a tool that shows another */
	transform?: Transform;
	/** label of the unit that rows with sampling weights belong to */
	clusterOf?: (row: FollowUp, index: number) => string | number;
};

/**
 * Who is still a customer after time t: S(t) = Π (1 − d_j/n_j) over times somebody left; those last seen then are
 * counted at risk. Rows may enter late and stand for several customers (`count`); sampling weights get a robust
 * (infinitesimal jackknife) standard error, otherwise Greenwood's. Limits on the log-log scale. If nobody left, S = 1
 * and the low limit is Clopper & Pearson's. The median is the first time S ≤ ½, the midpoint where S rests at ½, with
 * the limits where the band crosses ½ (Brookmeyer & Crowley). Not estimable for no rows or impossible durations.
 *
 * Source: Kaplan & Meier 1958; Kalbfleisch & Prentice 2002; definitions.md 5.5.
 */
export function kaplanMeier(rows: readonly FollowUp[], options: KaplanMeierOptions = {}): SurvivalCurve | NotEstimable {
	const { level = 0.95, transform = 'log-log', clusterOf } = options;
	const noLevel = whyNotLevel(level);
	if (noLevel) return notEstimable(noLevel);
	const spells = followed(rows);
	if (spells.status !== 'ok') return spells;

	const table = riskTable(spells);
	const limit = withVariance(productLimit(table), spells, table, clusterOf);
	const z = criticalValue(level);
	const limits = (j: number): Limits =>
		spells.events === 0
			? limitsWhenAllStay(table.atRisk[0][j], level)
			: survivalLimits(limit.survival[j], limit.logVariance[j], z, transform);
	const points = Array.from(table.times, (_, j) => pointAt(j, table, limit, limits(j)));
	return shown({
		status: 'ok',
		points,
		median: medianOf(points, spells),
		n: spells.n,
		events: spells.events,
		censored: spells.n - spells.events,
		followedUntil: table.times[table.times.length - 1],
		level,
		method: spells.events === 0 ? 'Clopper-Pearson' : `${limit.method}, ${transform}`,
		warnings: warningsOf(spells),
		assumptions: ['those last seen would have stayed as long as the others']
	});
}

/** Greenwood's variance for counts, the infinitesimal jackknife's for sampling weights and clusters. */
function withVariance(
	limit: ProductLimit,
	spells: Followed,
	table: RiskTable,
	clusterOf?: KaplanMeierOptions['clusterOf']
): ProductLimit & { method: string } {
	if (!clusterOf && spells.rows.every(({ weight = 1 }) => weight === 1)) return { ...limit, method: 'Greenwood' };
	const variance = jackknifeVariance(spells, table, limit, spells.rows.map(clusterOf ?? ((_, i) => i)));
	const logVariance = variance.map((v, j) => (limit.survival[j] > 0 ? v / limit.survival[j] ** 2 : Infinity));
	return { ...limit, logVariance, method: 'infinitesimal jackknife' };
}

const warningsOf = ({ events, excluded }: Followed) => [
	...(events === 0 ? ['nobody has left yet'] : []),
	...(excluded > 0 ? [`${excluded} left at or before they entered`] : [])
];

function pointAt(
	j: number,
	{ times, atRisk, events, censored }: RiskTable,
	{ survival, logVariance }: ProductLimit,
	limits: Limits
): SurvivalPoint {
	const known = Number.isFinite(logVariance[j]);
	return {
		time: times[j],
		atRisk: atRisk[0][j],
		events: events[0][j],
		censored: censored[0][j],
		survival: survival[j],
		se: known ? survival[j] * Math.sqrt(logVariance[j]) : null,
		low: limits?.low ?? null,
		high: limits?.high ?? null,
		thin: atRisk[0][j] < 10 || atRisk[0][j] < 0.05 * Math.max(atRisk[0][0], 1)
	};
}
