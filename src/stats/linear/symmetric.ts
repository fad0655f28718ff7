import { EigenvalueDecomposition } from 'ml-matrix';
import { allFinite, largest } from '../arrays/checks.ts';
import type { Matrix } from './cholesky.ts';

/** Eigenvalues (ascending) and eigenvectors (`vectors[k]` belongs to `values[k]`) of a symmetric matrix. */
export type Eigen = { values: number[]; vectors: Float64Array[] };

export function eigenOf(a: Matrix): Eigen {
	// brought to size 1 first: the decomposition overflows on entries of 1e200 and stumbles over what is no number
	const size = largest(a.map((row) => largest(Array.from(row, Math.abs))));
	if (!(size > 0 && a.every(allFinite)))
		return { values: a.map(() => size), vectors: a.map((_, k) => unit(a.length, k)) };
	const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(
		a.map((row) => Array.from(row, (value) => value / size)),
		{ assumeSymmetric: true }
	);
	return {
		values: realEigenvalues.map((value) => value * size),
		vectors: realEigenvalues.map((_, k) => Float64Array.from(eigenvectorMatrix.getColumn(k)))
	};
}

const unit = (n: number, k: number) => Float64Array.from({ length: n }, (_, i) => (i === k ? 1 : 0));

/** Σ of(λ) v v′: a function of a symmetric matrix. */
export function spectral(a: Matrix, of: (eigenvalue: number) => number): Float64Array[] {
	const { values, vectors } = eigenOf(a);
	const weights = values.map(of);
	return a.map((_, i) =>
		Float64Array.from(a, (_, j) => vectors.reduce((sum, vector, k) => sum + weights[k] * vector[i] * vector[j], 0))
	);
}

/** The nearest covariance: negative eigenvalues, which a difference of covariances may have, become 0. */
export function clippedToCovariance(a: Float64Array[]): Float64Array[] {
	const usable = a.every((row) => row.every(Number.isFinite)) && eigenOf(a).values.some((value) => value < 0);
	return usable ? spectral(a, (eigenvalue) => Math.max(0, eigenvalue)) : a;
}
