import { type NotEstimable, notEstimable } from '../estimate.ts';
import { exponentiated, shown, whyNotLevel } from '../inference.ts';
import { concordance } from './concordance.ts';
import { baselineOf } from './cox-baseline.ts';
import { assumptions, coefficientsOf, covarianceOf, isRobust } from './cox-coefficients.ts';
import type { CoxFit, CoxOptions } from './cox-fit.ts';
import { predictors, type Ties } from './cox-likelihood.ts';
import { coxNewton, type CoxSolution } from './cox-newton.ts';
import { proportionality, type Proportionality } from './cox-proportionality.ts';
import { type CoxInput, type CoxRows, coxRows } from './cox-rows.ts';
import { testsOf } from './cox-tests.ts';

/**
 * Cox's proportional hazards: how much more often customers leave per unit of each column, others equal.
 *
 * Columns `time`, `event`, named `x`; `entry` makes (start, stop] rows, so that a score counts from its survey on; `stratum`
 * gives groups their own baseline. Efron's ties. Standard errors from the information, or robust and grouped by `cluster`.
 * A column that separates leavers from stayers has no finite estimate and is named, while the likelihood ratio test still
 * stands. Not estimable without events or when nothing varies among those at risk.
 *
 * Source: Cox 1972; Efron 1977; Therneau & Grambsch 2000. statistics.md 3.3.
 */
export function coxPh(input: CoxInput, options: CoxOptions = {}): CoxFit | NotEstimable {
	const { level = 0.95, ties = 'efron' } = options;
	const noLevel = whyNotLevel(level);
	if (noLevel) return notEstimable(noLevel);
	const rows = coxRows(input);
	if (rows.status !== 'ok') return rows;
	if (rows.events === 0) return notEstimable('nobody has left yet');

	const solution = coxNewton(rows, ties);
	const kept = solution.factor.kept;
	if (kept.length === 0 || !Number.isFinite(solution.logLik))
		return notEstimable('nothing varies among those who could leave together');
	const covariance = covarianceOf(rows, solution, options);
	const { coefficients, separated } = coefficientsOf(rows, solution, covariance, options);
	const finite = kept.filter((a) => coefficients[rows.names[a]].status === 'ok');
	const agreement = concordance(rows, predictors(rows, solution.beta).eta);
	return {
		status: 'ok',
		coefficients,
		hazardRatios: Object.fromEntries(
			Object.entries(coefficients).map(([name, coefficient]) => [name, exponentiated(coefficient, 'hazard ratio')])
		),
		aliased: rows.names.filter((_, a) => !kept.includes(a)),
		separated,
		covariance: unscaled(covariance, rows, finite),
		estimated: finite.map((a) => rows.names[a]),
		logLik: { start: solution.start.logLik, end: solution.logLik },
		tests: testsOf(solution, covariance, separated.length === 0),
		proportionality: proportionalityOf(rows, solution, separated, ties),
		concordance: Number.isFinite(agreement) ? agreement : null,
		baseline: separated.length > 0 ? separating : shown(baselineOf(rows, solution.beta, ties)),
		n: rows.n,
		events: rows.events,
		converged: solution.converged,
		method: `Cox, ${ties} ties, ${isRobust(rows, options) ? 'robust' : 'model-based'} errors`,
		warnings: warningsOf(rows, solution, separated),
		assumptions
	};
}

const separating = notEstimable('a column separates leavers from stayers');

/** On the scale of the columns as given; empty where that overflows. */
function unscaled(covariance: readonly Float64Array[], { scale }: CoxRows, columns: readonly number[]): Float64Array[] {
	const own = columns.map((a) => Float64Array.from(columns, (b) => covariance[a][b] / scale[a] / scale[b]));
	return own.every((row) => row.every(Number.isFinite)) ? own : [];
}

function proportionalityOf(
	rows: CoxRows,
	{ beta, factor }: CoxSolution,
	separated: readonly string[],
	ties: Ties
): Proportionality | NotEstimable {
	if (separated.length > 0) return separating;
	return proportionality(rows, beta, factor.kept, ties);
}

function warningsOf({ events, p }: CoxRows, { converged }: CoxSolution, separated: readonly string[]): string[] {
	return [
		...(events < 10 * p ? ['fewer than ten have left for each column'] : []),
		...(separated.length > 0 ? [`no finite estimate for: ${separated.join(', ')}`] : []),
		...(converged || separated.length > 0 ? [] : ['the fit did not settle'])
	];
}
