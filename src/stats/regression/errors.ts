/** Labels of the unit a row belongs to. */
export type Labels = ArrayLike<string | number>;

/**
 * What the standard errors allow for. `classical`: equal variance. `HC0`…`HC4`: any variance a row (White 1980;
 * MacKinnon & White 1985; Cribari-Neto 2004); HC3 by default, as Long & Ervin 2000 advise below 250 rows. `cluster`: rows
 * of a unit go together (Liang & Zeger; Stata's small-sample factor), two lists for two ways (Cameron, Gelbach & Miller
 * 2011). `cr2`: few units (Bell & McCaffrey 2002; Satterthwaite degrees of freedom, Pustejovsky & Tipton 2018).
 */
export type Errors =
	'classical' | 'HC0' | 'HC1' | 'HC2' | 'HC3' | 'HC4' | { cluster: Labels; and?: Labels } | { cr2: Labels };

/** What every kind of error needs of a fit, on the scale of Q: a row is one row of `q`. */
export type Rotated = {
	q: readonly Float64Array[];
	residuals: Float64Array;
	leverage: Float64Array;
	/** residual degrees of freedom n − k */
	df: number;
};

/** Covariance of Q′y, and how to test with it. `mayBeNegative`: a difference of covariances, to be clipped. */
export type RotatedCovariance = {
	covariance: Float64Array[];
	df: number;
	clusters?: number;
	method: string;
	trouble?: string;
	mayBeNegative?: boolean;
};

/** Σ_i weight_i q_i q_i′. */
export function weightedProduct(q: readonly Float64Array[], weight: ArrayLike<number>): Float64Array[] {
	const product = q.map(() => new Float64Array(q.length));
	for (let a = 0; a < q.length; a++) {
		for (let b = 0; b <= a; b++) {
			let sum = 0;
			for (let i = 0; i < weight.length; i++) sum += weight[i] * q[a][i] * q[b][i];
			product[a][b] = product[b][a] = sum;
		}
	}
	return product;
}
