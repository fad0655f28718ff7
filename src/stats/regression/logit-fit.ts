import type { Inferred } from '../estimate.ts';
import type { Level } from '../inference.ts';
import type { Labels } from './errors.ts';

export type LogitOptions = Level & { /** the account of a row: errors clustered, G/(G − 1) */ cluster?: Labels };

export type LogitFit = {
	status: 'ok';
	/** log odds ratios, one a column */
	coefficients: Record<string, Inferred>;
	oddsRatios: Record<string, Inferred>;
	aliased: string[];
	covariance: Float64Array[];
	estimated: string[];
	/** predicted chances, in the order of the rows used */
	fitted: Float64Array;
	deviance: number;
	nullDeviance: number;
	likelihoodRatio: { statistic: number; df: number; p: number };
	n: number;
	events: number;
	df: number;
	method: string;
	warnings: string[];
};
