/**
 * Adjusted p-values for many looks at once: reject those ≤ 0.05 and, of all rejected, at most 5% are false on average.
 * q_i = min over j ≥ i of m p_(j)/j, at most 1, in the order given. `null` (not tested) stays null and is not counted in m.
 * The family is everything on one screen, or fired by one alert run.
 *
 * Source: Benjamini & Hochberg 1995.
 */
export function benjaminiHochberg(pValues: readonly (number | null)[]): (number | null)[] {
	return stepUp(pValues, (rank, m) => m / rank);
}

/** The same under any dependence of the tests, stricter by Σ 1/j (Benjamini & Yekutieli 2001). */
export function benjaminiYekutieli(pValues: readonly (number | null)[]): (number | null)[] {
	const harmonic = (m: number) => Array.from({ length: m }, (_, j) => 1 / (j + 1)).reduce((sum, x) => sum + x, 0);
	return stepUp(pValues, (rank, m) => (harmonic(m) * m) / rank);
}

/** For few, decisive tests: the chance of any false rejection is at most 5% (Holm 1979). */
export function holm(pValues: readonly (number | null)[]): (number | null)[] {
	const order = tested(pValues).reverse();
	const adjusted: (number | null)[] = pValues.map(() => null);
	let largest = 0;
	order.forEach((i, k) => {
		largest = Math.max(largest, Math.min(1, (order.length - k) * pValues[i]!));
		adjusted[i] = largest;
	});
	return adjusted;
}

function stepUp(pValues: readonly (number | null)[], factor: (rank: number, m: number) => number): (number | null)[] {
	const order = tested(pValues);
	const adjusted: (number | null)[] = pValues.map(() => null);
	let smallest = 1;
	order.forEach((i, k) => {
		smallest = Math.min(smallest, pValues[i]! * factor(order.length - k, order.length));
		adjusted[i] = smallest;
	});
	return adjusted;
}

/** Indices of real p-values, largest first. */
function tested(pValues: readonly (number | null)[]): number[] {
	const real = [...pValues.keys()].filter((i) => pValues[i] !== null && pValues[i]! >= 0 && pValues[i]! <= 1);
	return real.sort((a, b) => pValues[b]! - pValues[a]! || b - a);
}
