/** A design matrix by columns. */
export type Columns = readonly Float64Array[];

/**
 * Householder QR of a design matrix whose columns may depend on each other. `kept` are the independent columns in order;
 * `q` (n × r, by columns) orthonormal, `r` upper triangular with q r = the kept columns; `norms` of all columns.
 */
export type Qr = { kept: number[]; aliased: number[]; q: Float64Array[]; r: Float64Array[] };

/** A column is aliased when this little of it, relative to its size, is not explained by the columns before it. */
const tolerance = 1e-10;

/**
 * QR by Householder reflections on columns scaled to length 1, never through X′X, which would square the condition
 * number. A column that depends on those before it is left out and named.
 *
 * Source: Golub & Van Loan 2013, 5.2; LINPACK's limited pivoting as in R's lm. statistics.md 4.1.
 */
export function qrOf(columns: Columns): Qr {
	const n = columns[0]?.length ?? 0;
	const reflectors: Float64Array[] = [];
	const r: Float64Array[] = [];
	const kept: number[] = [];
	const aliased: number[] = [];
	columns.forEach((column, j) => {
		const norm = euclidean(column);
		const work = column.map((value) => value / norm);
		reflectors.forEach((reflector, k) => reflect(work, reflector, k));
		const rest = norm > 0 && kept.length < n ? euclidean(work.subarray(kept.length)) : 0;
		if (!(rest > tolerance)) return void aliased.push(j);

		const k = kept.length;
		const pivot = work[k] > 0 ? -rest : rest;
		const reflector = work.slice();
		reflector.fill(0, 0, k);
		reflector[k] -= pivot;
		const length = euclidean(reflector);
		reflectors.push(reflector.map((value) => value / length));
		r.push(Float64Array.from({ length: k + 1 }, (_, i) => norm * (i < k ? work[i] : pivot)));
		kept.push(j);
	});
	return { kept, aliased, q: reflectors.map((_, k) => orthonormal(n, k, reflectors)), r };
}

/** Column k of Q: the reflections applied to a unit vector, last first. */
function orthonormal(n: number, k: number, reflectors: readonly Float64Array[]): Float64Array {
	const unit = new Float64Array(n);
	unit[k] = 1;
	for (let j = reflectors.length - 1; j >= 0; j--) reflect(unit, reflectors[j], j);
	return unit;
}

function reflect(vector: Float64Array, reflector: Float64Array, from: number): void {
	let sum = 0;
	for (let i = from; i < vector.length; i++) sum += vector[i] * reflector[i];
	sum *= 2;
	for (let i = from; i < vector.length; i++) vector[i] -= sum * reflector[i];
}

/** √Σx², without overflow. */
function euclidean(values: Float64Array): number {
	let largest = 0;
	for (const value of values) largest = Math.max(largest, Math.abs(value));
	if (!(largest > 0 && largest < Infinity)) return largest;
	let sum = 0;
	for (const value of values) sum += (value / largest) ** 2;
	return largest * Math.sqrt(sum);
}

/** Solves r b = c for upper triangular r given by columns. */
export function backSolve(r: readonly Float64Array[], c: ArrayLike<number>): Float64Array {
	const b = Float64Array.from(c);
	for (let i = r.length - 1; i >= 0; i--) {
		b[i] /= r[i][i];
		for (let k = 0; k < i; k++) b[k] -= r[i][k] * b[i];
	}
	return b;
}

/** Solves r′ b = c. */
export function backSolveTransposed(r: readonly Float64Array[], c: ArrayLike<number>): Float64Array {
	const b = Float64Array.from(c);
	for (let i = 0; i < r.length; i++) {
		for (let k = 0; k < i; k++) b[i] -= r[i][k] * b[k];
		b[i] /= r[i][i];
	}
	return b;
}

/** r⁻¹ m r⁻ᵀ for symmetric m: a covariance on the scale of Q brought to the scale of the coefficients. */
export function unrotate(r: readonly Float64Array[], m: readonly Float64Array[]): Float64Array[] {
	const half = m.map((row) => backSolve(r, row));
	return m.map((_, j) =>
		backSolve(
			r,
			Float64Array.from(half, (column) => column[j])
		)
	);
}
