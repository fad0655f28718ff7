import { cholesky, choleskySolve } from '../linear/cholesky.ts';
import { spectral } from '../linear/symmetric.ts';

/**
 * Johnson's relative weights: R = QΛQ′, Λ* = QΛ^½Q′ links the columns to their closest uncorrelated twins; with β = Λ*⁻¹ r_y
 * the part of column j is Σ_k λ*_jk² β_k². One eigenvalue decomposition, any number of columns.
 */
export function johnsonWeights(r: readonly Float64Array[], ry: Float64Array): number[] {
	const link = spectral(r, (eigenvalue) => Math.sqrt(Math.max(0, eigenvalue)));
	const beta = choleskySolve(cholesky(link, 1e-12), ry);
	return link.map((row) => row.reduce((sum, l, k) => sum + l ** 2 * beta[k] ** 2, 0));
}
