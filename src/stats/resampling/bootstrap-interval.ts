import { normalCdf, normalQuantile } from '../distributions/normal.ts';
import { sumOf } from '../arrays/sum.ts';

export type BootstrapMethod = 'percentile' | 'basic' | 'bca';

/** `fellBack`: BCa was asked for and could not be had, so this is the percentile interval. */
export type BootstrapInterval = { low: number; high: number; fellBack: boolean };

/**
 * The interval of a statistic from its bootstrap replicates (ascending).
 *
 * percentile: the quantiles of t*. basic: 2t − them. bca: percentile at levels corrected for bias z₀ = Φ⁻¹(#{t* < t}/B)
 * and acceleration a = Σ l³ / (6 (Σ l²)^1.5), l the `influences` (jackknife); falls back to percentile when every or no
 * replicate lies below t. Quantiles are interpolated on the normal scale as R's boot.ci does.
 *
 * Source: Efron 1987; Davison & Hinkley 1997, ch. 5.
 */
export function bootstrapInterval(
	replicates: Float64Array,
	value: number,
	{ level, method, influences }: { level: number; method: BootstrapMethod; influences?: ArrayLike<number> }
): BootstrapInterval {
	const tail = (1 - level) / 2;
	const at = (p: number) => quantileOnNormalScale(replicates, p);
	if (method === 'basic') return { low: 2 * value - at(1 - tail), high: 2 * value - at(tail), fellBack: false };

	const corrected = method === 'bca' ? bcaLevels(replicates, value, influences ?? [], tail) : undefined;
	const [low, high] = corrected ?? [tail, 1 - tail];
	return { low: at(low), high: at(high), fellBack: method === 'bca' && !corrected };
}

/** Φ(z₀ + (z₀ + z)/(1 − a(z₀ + z))) at both ends, or undefined where that is infinite. */
function bcaLevels(
	replicates: Float64Array,
	value: number,
	influences: ArrayLike<number>,
	tail: number
): [number, number] | undefined {
	const z0 = normalQuantile(countBelow(replicates, value) / replicates.length);
	const a = acceleration(influences);
	if (!Number.isFinite(z0) || !Number.isFinite(a)) return undefined;

	const corrected = (z: number) => normalCdf(z0 + (z0 + z) / (1 - a * (z0 + z)));
	const z = normalQuantile(tail);
	return [corrected(z), corrected(-z)];
}

function acceleration(influences: ArrayLike<number>): number {
	const list = Array.from(influences);
	const squares = sumOf(list, (l) => l * l);
	return squares > 0 ? sumOf(list, (l) => l ** 3) / (6 * squares ** 1.5) : 0;
}

/** How many of the ascending values lie below x. */
function countBelow(sorted: Float64Array, x: number): number {
	let low = 0;
	let high = sorted.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (sorted[middle] < x) low = middle + 1;
		else high = middle;
	}
	return low;
}

/** Order statistic (B + 1)p, interpolated between its neighbours as if they were normal (Davison & Hinkley 5.8). */
function quantileOnNormalScale(sorted: Float64Array, p: number): number {
	const steps = sorted.length + 1;
	const k = Math.floor(steps * p);
	if (k < 1) return sorted[0];
	if (k >= sorted.length) return sorted[sorted.length - 1];
	const [z, below, above] = [p, k / steps, (k + 1) / steps].map(normalQuantile);
	return sorted[k - 1] + ((z - below) / (above - below)) * (sorted[k] - sorted[k - 1]);
}
