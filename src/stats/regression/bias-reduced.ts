import { codes } from '../arrays/group.ts';
import { spectral } from '../linear/symmetric.ts';
import { clusterScores } from './clustered.ts';
import type { Labels, Rotated, RotatedCovariance } from './errors.ts';

/** Satterthwaite's degrees of freedom for a contrast l of Q′y. */
export type BiasReduced = RotatedCovariance & { dfOf: (l: ArrayLike<number>) => number };

/**
 * CR2: cluster-robust covariance with each cluster's residuals multiplied by (I − H_gg)^(−½), so that it is unbiased
 * under equal variance even with few or unequal clusters. On the scale of Q only k × k matrices are needed:
 * s_g = (I − M_g)^(−½) Q_g′e_g with M_g = Q_g′Q_g. Degrees of freedom (tr P)²/tr(P²), P the covariance of the clusters'
 * shares under equal variance.
 *
 * Source: Bell & McCaffrey 2002; Pustejovsky & Tipton 2018; R clubSandwich::vcovCR(type = "CR2").
 */
export function biasReduced({ q, residuals }: Rotated, labels: Labels): BiasReduced {
	const { labels: units, of } = codes(labels);
	const products = clusterProducts(q, of, units.length);
	const adjusted = products.map((m) =>
		spectral(minusFromIdentity(m), (value) => (value > 1e-10 ? 1 / Math.sqrt(value) : 0))
	);
	const scores = clusterScores(q, residuals, of, units.length).map((s, g) => times(adjusted[g], s));
	return {
		covariance: q.map((_, a) => Float64Array.from(q, (_, b) => scores.reduce((sum, s) => sum + s[a] * s[b], 0))),
		df: units.length - 1,
		clusters: units.length,
		method: 'clustered, CR2',
		...(units.length < 2 ? { trouble: 'all rows belong to one account' } : {}),
		dfOf: (l) => satterthwaite(products, adjusted, l)
	};
}

function satterthwaite(
	products: readonly Float64Array[][],
	adjusted: readonly Float64Array[][],
	l: ArrayLike<number>
): number {
	const shares = adjusted.map((b) => times(b, l));
	const crossed = products.map((m, g) => times(m, shares[g]));
	const own = shares.map((share, g) => dotted(share, crossed[g]));
	const lost = crossed.map((w) => dotted(w, w));
	const trace = own.reduce((sum, a, g) => sum + a - lost[g], 0);
	const diagonal = own.reduce((sum, a, g) => sum + (a - lost[g]) ** 2 - lost[g] ** 2, 0);
	const overlap = crossed[0].map((_, a) => a);
	let squares = 0;
	for (const a of overlap) for (const b of overlap) squares += crossed.reduce((sum, w) => sum + w[a] * w[b], 0) ** 2;
	return trace ** 2 / (diagonal + squares);
}

/** M_g = Σ_{i∈g} q_i q_i′ for each cluster, in one pass over the rows. */
function clusterProducts(q: readonly Float64Array[], of: Int32Array, groups: number): Float64Array[][] {
	const products = Array.from({ length: groups }, () => q.map(() => new Float64Array(q.length)));
	for (let a = 0; a < q.length; a++) {
		for (let b = 0; b < q.length; b++) for (let i = 0; i < of.length; i++) products[of[i]][a][b] += q[a][i] * q[b][i];
	}
	return products;
}

const minusFromIdentity = (m: readonly Float64Array[]) =>
	m.map((row, a) => row.map((value, b) => (a === b ? 1 : 0) - value));
const dotted = (x: ArrayLike<number>, y: ArrayLike<number>) =>
	Array.from(x).reduce((sum, value, i) => sum + value * y[i], 0);
const times = (m: readonly Float64Array[], x: ArrayLike<number>) => Float64Array.from(m, (row) => dotted(row, x));
