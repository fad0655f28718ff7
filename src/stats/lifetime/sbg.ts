import { type Inferred, type NotEstimable, notEstimable } from '../estimate.ts';
import { whyNotLevel, type Level, shown } from '../inference.ts';
import { type Maximum, maximumLikelihood } from '../optimise/maximum-likelihood.ts';
import { type SbgParameters, sbgLogLikelihood } from './sbg-likelihood.ts';
import { positiveParameters, weakly } from './parameters.ts';

export type SbgFit = SbgParameters & {
	status: 'ok';
	parameters: Record<'alpha' | 'beta', Inferred>;
	logLik: number;
	n: number;
	losses: number;
	/** renewals observed in the longest cohort */
	periods: number;
	warnings: string[];
};

/** Customers of one cohort still there at ages 0, 1, 2, …: they never increase. */
export type Cohort = readonly number[];

/**
 * The shifted-beta-geometric model of contracts that are renewed or not: each customer has a constant chance of leaving,
 * customers differ, so retention rises with age by sorting alone. Fitted by maximum likelihood on losses per age and
 * survivors, cohorts added up.
 *
 * Not estimable: survivors that increase (reactivations), nobody lost, a single renewal (only α/(α+β) is known), or
 * customers too alike for the model (a constant rate fits as well: the reason says it).
 *
 * Source: Fader & Hardie 2007, Journal of Interactive Marketing 21:76. definitions.md 5.8, statistics.md 3.5.
 */
export function sbgFit(cohorts: readonly Cohort[], { level = 0.95 }: Level = {}): SbgFit | NotEstimable {
	const trouble = whyNotSbg(cohorts) ?? whyNotLevel(level);
	if (trouble) return notEstimable(trouble);
	const { lost, active, n, losses } = tally(cohorts);
	if (losses === 0) return notEstimable('nobody has been lost yet');
	if (lost.length < 2) return notEstimable(`a single renewal tells only the first rate, ${(losses / n).toFixed(3)}`);

	const best = sbgMaximum(lost, active, n);
	const [alpha, beta] = best.x.map(Math.exp);
	if (alpha + beta > 1e4) return notEstimable(tooAlike(losses / exposure(cohorts)));
	if (!best.converged) return notEstimable('the losses do not follow this model');
	const few = n < 100 || losses < 30;
	return shown({
		status: 'ok',
		alpha,
		beta,
		parameters: positiveParameters(['alpha', 'beta'], best, { n, level }),
		logLik: best.logLik,
		n,
		losses,
		periods: lost.length,
		warnings: [...(few ? ['fewer than 100 customers or 30 losses'] : []), ...weakly(best)]
	});
}

const tooAlike = (rate: number) =>
	`customers are too alike to tell apart: a constant loss of ${rate.toFixed(3)} a period fits as well`;

function sbgMaximum(lost: readonly number[], active: readonly number[], n: number): Maximum {
	const logLik = (x: ArrayLike<number>) =>
		sbgLogLikelihood({ alpha: Math.exp(x[0]), beta: Math.exp(x[1]) }, lost, active);
	return maximumLikelihood(
		logLik,
		[
			[0, 0],
			[Math.log(0.5), Math.log(2)]
		],
		n
	);
}

function tally(cohorts: readonly Cohort[]) {
	const periods = Math.max(...cohorts.map((cohort) => cohort.length)) - 1;
	const lost = new Array<number>(periods).fill(0);
	const active = new Array<number>(periods).fill(0);
	for (const cohort of cohorts) {
		for (let t = 1; t < cohort.length; t++) lost[t - 1] += cohort[t - 1] - cohort[t];
		if (cohort.length > 1) active[cohort.length - 2] += cohort[cohort.length - 1];
	}
	const usable = cohorts.filter((cohort) => cohort.length > 1);
	return {
		lost,
		active,
		n: usable.reduce((sum, [first]) => sum + first, 0),
		losses: lost.reduce((sum, d) => sum + d, 0)
	};
}

const exposure = (cohorts: readonly Cohort[]) =>
	cohorts.reduce((sum, cohort) => sum + cohort.slice(0, -1).reduce((inner, c) => inner + c, 0), 0);

function whyNotSbg(cohorts: readonly Cohort[]): string | undefined {
	if (!cohorts.some((cohort) => cohort.length > 1)) return 'no cohort has come to a renewal';
	if (!cohorts.every((cohort) => cohort.every((c) => Number.isFinite(c) && c >= 0)))
		return 'a cohort has a missing or negative count';
	const rising = cohorts.some((cohort) => cohort.some((c, t) => t > 0 && c > cohort[t - 1]));
	return rising ? 'a cohort grows again: count returned customers apart' : undefined;
}
