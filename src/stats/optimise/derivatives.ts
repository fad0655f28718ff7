/** Gradient and Hessian by central differences. */
export type Derivatives = { gradient: Float64Array; hessian: Float64Array[] };

/** Steps of 1e-4 (relative above 1) balance rounding against curvature for second differences. */
export function derivatives(of: (x: Float64Array) => number, x: Float64Array, step = 1e-4): Derivatives {
	const h = x.map((value) => step * Math.max(1, Math.abs(value)));
	const moved = (...moves: [number, number][]) => {
		const y = x.slice();
		for (const [i, by] of moves) y[i] += by;
		return of(y);
	};
	const centre = of(x);
	const hessian = Array.from(x, () => new Float64Array(x.length));
	const gradient = new Float64Array(x.length);
	for (let i = 0; i < x.length; i++) {
		const [up, down] = [moved([i, h[i]]), moved([i, -h[i]])];
		gradient[i] = (up - down) / (2 * h[i]);
		hessian[i][i] = (up - 2 * centre + down) / h[i] ** 2;
		for (let j = 0; j < i; j++) {
			const corners =
				moved([i, h[i]], [j, h[j]]) -
				moved([i, h[i]], [j, -h[j]]) -
				moved([i, -h[i]], [j, h[j]]) +
				moved([i, -h[i]], [j, -h[j]]);
			hessian[i][j] = hessian[j][i] = corners / (4 * h[i] * h[j]);
		}
	}
	return { gradient, hessian };
}
