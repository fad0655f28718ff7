/** B_2k / 2k and B_2k: asymptotic series of ψ and ψ′ (Abramowitz & Stegun 6.3.18 and 6.4.12). */
const digammaSeries = [1 / 12, -1 / 120, 1 / 252, -1 / 240, 1 / 132, -691 / 32760, 1 / 12, -3617 / 8160];
const trigammaSeries = [1 / 6, -1 / 30, 1 / 42, -1 / 30, 5 / 66, -691 / 2730, 7 / 6, -3617 / 510];
const largeEnough = 10;

const horner = (coefficients: readonly number[], z: number) => coefficients.reduceRight((sum, c) => sum * z + c, 0);

/** ψ(x) = d log Γ(x)/dx for x > 0: steps up to x ≥ 10, then the asymptotic series. Absolute error about 1e-15. */
export function digamma(x: number): number {
	let value = 0;
	let at = x;
	for (; at < largeEnough; at++) value -= 1 / at;
	const z = 1 / (at * at);
	return value + Math.log(at) - 0.5 / at - z * horner(digammaSeries, z);
}

/** ψ′(x) = d² log Γ(x)/dx² for x > 0, by the same steps. */
export function trigamma(x: number): number {
	let value = 0;
	let at = x;
	for (; at < largeEnough; at++) value += 1 / (at * at);
	const z = 1 / (at * at);
	return value + 1 / at + z / 2 + (z / at) * horner(trigammaSeries, z);
}
