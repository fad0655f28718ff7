import type { RiskTable } from './risk-table.ts';

/** What the log-rank test adds up: observed − expected (weighted), its covariance, and the plain counts. */
export type LogRankSums = { u: Float64Array; v: Float64Array[]; observed: Float64Array; expected: Float64Array };

/** Adds one stratum, time by time, weighted by S(t−)^rho of all groups together. */
export function addLogRank(sums: LogRankSums, { times, atRisk, events }: RiskTable, rho: number): void {
	const groups = sums.u.length;
	const total = (lists: readonly Float64Array[], j: number) => lists.reduce((sum, list) => sum + list[j], 0);
	let survival = 1;
	for (let j = 0; j < times.length; j++) {
		const d = total(events, j);
		if (d === 0) continue;
		const n = total(atRisk, j);
		const weight = survival ** rho;
		const spread = n > 1 ? (weight ** 2 * d * (n - d)) / (n - 1) : 0;
		for (let g = 0; g < groups; g++) {
			const share = atRisk[g][j] / n;
			sums.observed[g] += events[g][j];
			sums.expected[g] += d * share;
			sums.u[g] += weight * (events[g][j] - d * share);
			for (let h = 0; h < groups; h++) sums.v[g][h] += spread * share * ((g === h ? 1 : 0) - atRisk[h][j] / n);
		}
		survival *= 1 - d / n;
	}
}
