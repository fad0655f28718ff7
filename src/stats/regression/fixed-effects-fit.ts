import type { Inferred } from '../estimate.ts';
import type { Level } from '../inference.ts';
import type { Labels } from './errors.ts';

/**
 * What the clustered errors count as estimated in (n − 1)/(n − K): `nested` all but the accounts, which lie within their
 * cluster (reghdfe, fixest); `all` (least squares with dummies); `none` no small-sample factor at all (plm's HC0).
 */
export type SmallSample = 'nested' | 'all' | 'none';

export type FixedEffectsOptions = Level & {
	/** rows of these go together; by account by default */
	cluster?: Labels;
	/** `classical` assumes equal and independent errors */
	errors?: 'cluster' | 'classical';
	smallSample?: SmallSample;
};

export type FixedEffectsFit = {
	status: 'ok';
	coefficients: Record<string, Inferred>;
	aliased: string[];
	withinR2: number;
	/** accounts in which a column moved: only they tell */
	switchers: Record<string, number>;
	n: number;
	units: number;
	periods: number;
	/** rows dropped because their account or period had no other */
	singletons: number;
	df: number;
	method: string;
	warnings: string[];
	assumptions: string[];
};
