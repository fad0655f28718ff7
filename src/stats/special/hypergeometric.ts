/**
 * Gauss's ₂F₁(a, b; c; z) for 0 ≤ z < 1 and c > 0. The series by its ratio; near 1, where it crawls, Euler's
 * transformation (1−z)^(c−a−b) ₂F₁(c−a, c−b; c; z) (Abramowitz & Stegun 15.3.3) when that converges faster.
 * NaN outside, and where a million terms do not settle it.
 */
export function hypergeometric2F1(a: number, b: number, c: number, z: number): number {
	if (z === 0) return 1;
	if (!(z > 0 && z < 1 && c > 0)) return NaN;
	if (z > 0.5 && c - a - b < 0) return Math.pow(1 - z, c - a - b) * powerSeries(c - a, c - b, c, z);
	return powerSeries(a, b, c, z);
}

function powerSeries(a: number, b: number, c: number, z: number): number {
	let term = 1;
	let sum = 1;
	for (let k = 0; k < 1_000_000; k++) {
		const ratio = (((a + k) * (b + k)) / ((c + k) * (k + 1))) * z;
		term *= ratio;
		sum += term;
		if (term === 0 || (Math.abs(ratio) < 1 && Math.abs(term) <= 1e-17 * Math.abs(sum) * (1 - z))) return sum;
	}
	return NaN;
}
