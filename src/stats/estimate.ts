/**
 * A number fit to be shown: what we believe, how far it could be off, and on how much evidence. What was counted has no
 * doubt, and `low` and `high` are its value; so they are where there is doubt of which nothing can be told: `noInterval`
 * then says why.
 */
export type Estimate = { status: 'ok'; value: number; low: number; high: number; n: number; noInterval?: string };

/** Not enough evidence, and why. Shown as a dash that explains itself; never as 0. */
export type NotEstimable = { status: 'not_estimable'; reason: string };

export const notEstimable = (reason: string): NotEstimable => ({ status: 'not_estimable', reason });

/**
 * An estimate with what the analyst asks next: `se` the standard error on the scale of `value`, `level` the coverage
 * of `low`..`high` (0.95), `method` how the interval was made, `warnings` what weakens this very number, `assumptions`
 * what must hold for it to mean what it says. The rest is there where the method has it: `nEff` the effective number
 * of answers, `events` and `clusters` counts, `statistic`, `df` and `p` of the test against nothing (two-sided).
 */
export type Inference = Estimate & {
	se: number;
	level: number;
	method: string;
	warnings: readonly string[];
	assumptions: readonly string[];
	nEff?: number;
	events?: number;
	clusters?: number;
	statistic?: number;
	df?: number;
	p?: number;
};

/** What a method with one number gives. */
export type Inferred = Inference | NotEstimable;
