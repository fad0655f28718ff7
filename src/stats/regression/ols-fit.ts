import type { Inferred } from '../estimate.ts';
import type { Level } from '../inference.ts';
import type { Errors } from './errors.ts';

export type OlsOptions = Level & { errors?: Errors };

export type OlsFit = {
	status: 'ok';
	/** one inference a column; not estimable where a column depends on others */
	coefficients: Record<string, Inferred>;
	/** columns that carry nothing of their own, by name */
	aliased: string[];
	/** covariance of the estimated coefficients, in the order of `estimated`; empty where their errors are unknown */
	covariance: Float64Array[];
	estimated: string[];
	fitted: Float64Array;
	residuals: Float64Array;
	/** residual standard deviation √(Σe²/(n − k)) */
	sigma: number;
	r2: number;
	n: number;
	df: number;
	method: string;
	warnings: string[];
};
