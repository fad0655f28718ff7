import { codes } from '../arrays/group.ts';
import type { ProductLimit } from './product-limit.ts';
import type { RiskTable, Spells } from './risk-table.ts';

/**
 * Variance of a weighted survival at each time by the infinitesimal jackknife: Σ_c (Σ_{i∈c} w_i ∂S/∂w_i)², the change
 * of the curve when one customer (or cluster) weighs a little more. Greenwood's formula holds for counts, not for
 * sampling weights. ∂S_j = ∂S_{j−1}(1 − h_j) − S_{j−1}(dN_ij − Y_ij h_j)/n_j. O(rows × times).
 *
 * Source: Therneau & Grambsch 2000, ch. 7; R survival's survfit with weights (robust).
 */
export function jackknifeVariance(
	spells: Spells,
	table: RiskTable,
	{ survival }: ProductLimit,
	clusters: readonly (string | number)[]
): Float64Array {
	const steps = table.times.length;
	const { labels, of } = codes(clusters);
	const members: number[][] = labels.map(() => []);
	of.forEach((c, i) => members[c].push(i));

	const variance = new Float64Array(steps);
	const influence = new Float64Array(steps);
	for (const cluster of members) {
		influence.fill(0);
		for (const i of cluster) addInfluence(influence, i, spells, table, survival);
		for (let j = 0; j < steps; j++) variance[j] += influence[j] ** 2;
	}
	return variance;
}

function addInfluence(
	influence: Float64Array,
	i: number,
	spells: Spells,
	table: RiskTable,
	survival: Float64Array
): void {
	const { time, entry, event, size } = spells;
	let slope = 0;
	for (let j = 0; j < influence.length; j++) {
		const [n, d, t] = [table.atRisk[0][j], table.events[0][j], table.times[j]];
		if (d > 0) {
			const hazard = d / n;
			const atRisk = entry[i] < t && t <= time[i] ? 1 : 0;
			const left = event[i] && time[i] === t ? 1 : 0;
			const before = j > 0 ? survival[j - 1] : 1;
			slope = slope * (1 - hazard) - (before * (left - atRisk * hazard)) / n;
		}
		influence[j] += size[i] * slope;
	}
}
