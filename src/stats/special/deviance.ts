/**
 * x log(x/m) + m − x: how far x is from m, in Loader's saddle-point form (2000), which keeps its digits when x is close
 * to m. Source: C. Loader, Fast and accurate computation of binomial probabilities; R's bd0.
 */
export function devianceTerm(x: number, m: number): number {
	const difference = x - m;
	if (Math.abs(difference) >= 0.1 * (x + m)) return x * Math.log(x / m) - difference;

	const v = difference / (x + m);
	let sum = difference * v;
	let power = 2 * x * v;
	for (let j = 3; j < 1000; j += 2) {
		power *= v * v;
		const next = sum + power / j;
		if (next === sum) break;
		sum = next;
	}
	return sum;
}
