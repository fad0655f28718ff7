import type { Influence } from './influence.ts';
import type { StaggeredPanel } from './staggered-panel.ts';

/** ATT(g, t) of one cohort and period; `event` periods since its start. */
export type Found = { cohort: number; period: number; event: number; influence: Influence };

/**
 * The change of a cohort since its base period less that of the comparison, with the pull of each unit; nothing where either
 * is not observed in both periods.
 */
export function effectAt(
	panel: StaggeredPanel,
	cohort: number,
	period: number,
	comparison: 'never' | 'not-yet'
): Found[] {
	const base = period >= cohort ? cohort - 1 : period - 1;
	const change = panel.units > 0 ? panel.changes(base, period) : [];
	const latest = Math.max(period, base);
	const isComparison = (own: number | null) =>
		own === null || (comparison === 'not-yet' && own > latest && own !== cohort);
	const inside = change.map((value, i) => (value === null ? 0 : panel.cohortOf[i] === cohort ? 1 : 0));
	const outside = change.map((value, i) => (value !== null && isComparison(panel.cohortOf[i]) ? 1 : 0));
	const [treated, others] = [inside, outside].map((members) => groupMean(change, members));
	if (!treated || !others) return [];
	const pulls = change.map((value, i) => {
		if (inside[i]) return ((value! - treated.mean) * change.length) / treated.size;
		return outside[i] ? (-(value! - others.mean) * change.length) / others.size : 0;
	});
	return [{ cohort, period, event: period - cohort, influence: { value: treated.mean - others.mean, pulls } }];
}

function groupMean(
	change: readonly (number | null)[],
	members: readonly number[]
): { mean: number; size: number } | undefined {
	const size = members.reduce((sum, m) => sum + m, 0);
	if (size === 0) return undefined;
	return { mean: change.reduce<number>((sum, value, i) => sum + (members[i] ? value! : 0), 0) / size, size };
}
