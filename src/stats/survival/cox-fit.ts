import type { Inferred, NotEstimable } from '../estimate.ts';
import type { Level } from '../inference.ts';
import type { Labels } from '../regression/errors.ts';
import type { CoxBaseline } from './cox-baseline.ts';
import type { Ties } from './cox-likelihood.ts';
import type { Proportionality } from './cox-proportionality.ts';
import type { ChiSquaredTest } from './log-rank.ts';

export type CoxOptions = Level & {
	/** Efron's by default; Breslow's only to compare with tools that use it, since it shrinks effects in monthly data */
	ties?: Ties;
	/** label of the account of a row: rows of one go together, and errors become robust */
	cluster?: Labels;
	/** robust errors with every row for itself; the default when weights are fractions */
	robust?: boolean;
};

export type CoxFit = {
	status: 'ok';
	/** log hazard ratios, one a column */
	coefficients: Record<string, Inferred>;
	/** their exponentials */
	hazardRatios: Record<string, Inferred>;
	/** columns that carry nothing of their own, and columns that separate leavers from stayers */
	aliased: string[];
	separated: string[];
	covariance: Float64Array[];
	estimated: string[];
	logLik: { start: number; end: number };
	tests: { likelihoodRatio: ChiSquaredTest; wald: ChiSquaredTest | null; score: ChiSquaredTest };
	proportionality: Proportionality | NotEstimable;
	concordance: number | null;
	baseline: CoxBaseline | NotEstimable;
	n: number;
	events: number;
	converged: boolean;
	method: string;
	warnings: string[];
	assumptions: string[];
};
