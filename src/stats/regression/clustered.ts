import { codes } from '../arrays/group.ts';
import type { Labels, Rotated, RotatedCovariance } from './errors.ts';

/** Below this, clustered errors are known to be too small: CR2 or a wild bootstrap is better. */
const fewClusters = 40;
const tooFewAccounts = 'fewer than ten accounts: too few for reliable errors';

/**
 * Cluster-robust covariance c Σ_g s_g s_g′, s_g the sum of q e over a cluster, c = G/(G−1) · (n−1)/(n−k), tested by t on
 * G − 1 degrees of freedom. Two ways: V_a + V_b − V_ab with negative eigenvalues cut, t on the smaller G − 1.
 *
 * Source: Liang & Zeger 1986; Cameron & Miller 2015; R sandwich::vcovCL(type = "HC1").
 */
export function clustered(rotated: Rotated, labels: Labels, and?: Labels): RotatedCovariance {
	const first = oneWay(rotated, labels);
	if (!and) return { ...first, method: 'clustered' };

	const second = oneWay(rotated, and);
	const both = oneWay(
		rotated,
		Array.from(labels, (label, i) => `${label}\u0000${and[i]}`)
	);
	const sum = first.covariance.map((row, i) =>
		row.map((value, j) => value + second.covariance[i][j] - both.covariance[i][j])
	);
	return {
		covariance: sum,
		mayBeNegative: true,
		df: Math.min(first.df, second.df),
		clusters: Math.min(first.clusters!, second.clusters!),
		method: 'clustered two ways',
		trouble: first.trouble ?? second.trouble
	};
}

function oneWay({ q, residuals, df }: Rotated, labels: Labels): RotatedCovariance {
	const { labels: units, of } = codes(labels);
	const groups = units.length;
	const n = residuals.length;
	const scores = clusterScores(q, residuals, of, groups);
	const factor = (groups / (groups - 1)) * ((n - 1) / df);
	return {
		covariance: q.map((_, a) =>
			Float64Array.from(q, (_, b) => factor * scores.reduce((sum, s) => sum + s[a] * s[b], 0))
		),
		df: groups - 1,
		clusters: groups,
		method: 'clustered',
		...(groups < 2 ? { trouble: 'all rows belong to one account' } : {})
	};
}

/** s_g = Σ_{i∈g} q_i e_i, one list a cluster. */
export function clusterScores(
	q: readonly Float64Array[],
	residuals: Float64Array,
	of: Int32Array,
	groups: number
): Float64Array[] {
	const scores = Array.from({ length: groups }, () => new Float64Array(q.length));
	for (let a = 0; a < q.length; a++) for (let i = 0; i < of.length; i++) scores[of[i]][a] += q[a][i] * residuals[i];
	return scores;
}

/** What to say beside clustered errors. */
export function clusterWarnings(clusters: number | undefined, corrected: boolean): string[] {
	if (clusters === undefined) return [];
	if (clusters < 10) return [tooFewAccounts];
	return clusters < fewClusters && !corrected
		? ['fewer than forty accounts: clustered errors are somewhat too small']
		: [];
}
