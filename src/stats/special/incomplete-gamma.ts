import { continuedFraction } from './continued-fraction.ts';
import { devianceTerm } from './deviance.ts';
import { stirlingRemainder } from './gamma.ts';

/** Regularised lower incomplete gamma P(a, x): the share of a Gamma(a) below x. */
export function regularizedGammaP(a: number, x: number): number {
	if (!(x > 0)) return x <= 0 ? 0 : NaN;
	return x < a + 1 ? series(a, x) : 1 - fraction(a, x);
}

/** Regularised upper incomplete gamma Q(a, x) = 1 − P(a, x), computed by itself so that 1e-40 stays 1e-40. */
export function regularizedGammaQ(a: number, x: number): number {
	if (!(x > 0)) return x <= 0 ? 1 : NaN;
	return x < a + 1 ? 1 - series(a, x) : fraction(a, x);
}

/** Abramowitz & Stegun 6.5.29: x^a e^−x / Γ(a+1) · Σ x^k / ((a+1)…(a+k)). */
function series(a: number, x: number): number {
	let term = 1;
	let sum = 1;
	for (let k = 1; k < 100_000; k++) {
		term *= x / (a + k);
		sum += term;
		if (term < sum * 1e-17) break;
	}
	return (gammaPower(a, x) / a) * sum;
}

/** Abramowitz & Stegun 6.5.31 in its even form, by Lentz. */
function fraction(a: number, x: number): number {
	if (x === Infinity) return 0;
	return (
		gammaPower(a, x) *
		continuedFraction(
			(j) => (j === 0 ? 1 : -j * (j - a)),
			(j) => x + 1 - a + 2 * j
		)
	);
}

/** x^a e^−x / Γ(a) in saddle-point form. */
function gammaPower(a: number, x: number): number {
	return Math.exp(-devianceTerm(a, x) - stirlingRemainder(a)) * Math.sqrt(a / (2 * Math.PI));
}
