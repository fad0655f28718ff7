/** A square matrix by rows. */
export type Matrix = readonly ArrayLike<number>[];

/** `l` lower triangular over the rows of `kept`, with l l′ equal to the matrix there. */
export type Cholesky = { kept: number[]; l: Float64Array[] };

/**
 * Cholesky's factor of a symmetric matrix that may be singular: a row that depends on those before it (its pivot falls
 * below `tolerance` of its own diagonal) is left out and the rest goes on.
 */
export function cholesky(a: Matrix, tolerance = 1e-9): Cholesky {
	const kept: number[] = [];
	const l: Float64Array[] = [];
	for (let i = 0; i < a.length; i++) {
		const row = new Float64Array(kept.length + 1);
		let rest = a[i][i];
		for (let k = 0; k < kept.length; k++) {
			let sum = a[i][kept[k]];
			for (let m = 0; m < k; m++) sum -= row[m] * l[k][m];
			row[k] = sum / l[k][k];
			rest -= row[k] ** 2;
		}
		if (!(rest > tolerance * a[i][i])) continue;
		row[kept.length] = Math.sqrt(rest);
		kept.push(i);
		l.push(row);
	}
	return { kept, l };
}

/** Solves l x = b for the kept rows; b in the order of the whole matrix. */
function forwardSolve({ kept, l }: Cholesky, b: ArrayLike<number>): Float64Array {
	const x = new Float64Array(kept.length);
	for (let i = 0; i < kept.length; i++) {
		let sum = b[kept[i]];
		for (let k = 0; k < i; k++) sum -= l[i][k] * x[k];
		x[i] = sum / l[i][i];
	}
	return x;
}

/** Solves a x = b; rows left out get 0. */
export function choleskySolve(factor: Cholesky, b: ArrayLike<number>): Float64Array {
	const { kept, l } = factor;
	const y = forwardSolve(factor, b);
	for (let i = kept.length - 1; i >= 0; i--) {
		for (let k = i + 1; k < kept.length; k++) y[i] -= l[k][i] * y[k];
		y[i] /= l[i][i];
	}
	const x = new Float64Array(b.length);
	kept.forEach((row, i) => (x[row] = y[i]));
	return x;
}

/** The inverse over the kept rows, 0 elsewhere. */
export function choleskyInverse(factor: Cholesky, n: number): Float64Array[] {
	return Array.from({ length: n }, (_, j) =>
		choleskySolve(
			factor,
			Float64Array.from({ length: n }, (_, i) => (i === j ? 1 : 0))
		)
	);
}

/** u′a⁻u and the rank of a, or undefined when a is nothing. */
export function quadraticForm(u: ArrayLike<number>, a: Matrix): { value: number; rank: number } | undefined {
	const factor = cholesky(a);
	const value = forwardSolve(factor, u).reduce((sum, x) => sum + x * x, 0);
	return factor.kept.length > 0 && Number.isFinite(value) ? { value, rank: factor.kept.length } : undefined;
}
