export type Minimum = { x: Float64Array; value: number; steps: number };

type Vertex = { x: Float64Array; value: number };

/**
 * The lowest point of a function found by a simplex of n + 1 points that reflects, expands, contracts and shrinks (Nelder
 * & Mead 1965). Needs no derivatives and copes with rough starts; polish with `newton`. A value that is not a number
 * counts as the worst.
 */
export function nelderMead(
	of: (x: Float64Array) => number,
	start: ArrayLike<number>,
	{ size = 0.5, tolerance = 1e-9, most = 2_000 } = {}
): Minimum {
	const n = start.length;
	const at = (x: Float64Array): Vertex => {
		const value = of(x);
		return { x, value: Number.isNaN(value) ? Infinity : value };
	};
	const corner = (k: number) => at(Float64Array.from(start, (value, i) => value + (i === k ? size : 0)));
	let simplex = Array.from({ length: n + 1 }, (_, k) => corner(k - 1));
	let steps = 0;
	for (; steps < most; steps++) {
		simplex.sort((a, b) => a.value - b.value);
		if (simplex[n].value - simplex[0].value <= tolerance * (Math.abs(simplex[0].value) + tolerance)) break;
		simplex = improved(simplex, at);
	}
	return { ...simplex[0], steps };
}

/** The simplex with its worst point replaced, or drawn together around its best. */
function improved(simplex: Vertex[], at: (x: Float64Array) => Vertex): Vertex[] {
	const n = simplex.length - 1;
	const [best, worst] = [simplex[0], simplex[n]];
	const centre = Float64Array.from(best.x, (_, i) => simplex.slice(0, n).reduce((sum, { x }) => sum + x[i], 0) / n);
	const along = (t: number) => at(centre.map((c, i) => c + t * (worst.x[i] - c)));
	const withNew = (vertex: Vertex) => [...simplex.slice(0, n), vertex];

	const reflected = along(-1);
	if (reflected.value < best.value) {
		const expanded = along(-2);
		return withNew(expanded.value < reflected.value ? expanded : reflected);
	}
	if (reflected.value < simplex[n - 1].value) return withNew(reflected);
	const contracted = reflected.value < worst.value ? along(-0.5) : along(0.5);
	if (contracted.value < Math.min(reflected.value, worst.value)) return withNew(contracted);
	return simplex.map((vertex, k) =>
		k === 0 ? vertex : at(vertex.x.map((value, i) => best.x[i] + 0.5 * (value - best.x[i])))
	);
}
