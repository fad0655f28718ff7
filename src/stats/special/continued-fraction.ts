const tiny = 1e-300;

/**
 * a₀/(b₀ + a₁/(b₁ + a₂/(b₂ + …))) by the modified Lentz method, until a step changes it by less than 1e-16.
 * Source: Numerical Recipes 5.2; Thompson & Barnett 1986.
 */
export function continuedFraction(a: (j: number) => number, b: (j: number) => number, most = 100_000): number {
	let value = tiny;
	let c = value;
	let d = 0;
	for (let j = 0; j < most; j++) {
		d = 1 / awayFromZero(b(j) + a(j) * d);
		c = awayFromZero(b(j) + a(j) / c);
		value *= c * d;
		if (Math.abs(c * d - 1) < 1e-16) break;
	}
	return value;
}

const awayFromZero = (x: number) => (Math.abs(x) < tiny ? tiny : x);
