import { type Inferred, type NotEstimable, notEstimable } from '../estimate.ts';
import { exponentiated, notNumbers, symmetric, whyNotLevel } from '../inference.ts';
import { allFinite } from '../arrays/checks.ts';
import { sum } from '../arrays/sum.ts';
import { chiSquaredUpper } from '../distributions/chi-squared.ts';
import { unrotate } from '../linear/least-squares.ts';
import { clustered, clusterWarnings } from './clustered.ts';
import { type Design, designOf, type RegressionInput } from './design.ts';
import { type IrlsFit, irls } from './irls.ts';
import type { LogitFit, LogitOptions } from './logit-fit.ts';
import { separators } from './separation.ts';

/**
 * Logistic regression of a yes or no (`y` 1 or 0) by iteratively reweighted least squares, QR at each step.
 *
 * Refuses with the columns' names when one separates yes from no (a fitted chance of 0 or 1, or |β|·sd above 10), since
 * there is no finite estimate then. Not estimable when all answers are the same, or a number is missing.
 *
 * Source: McCullagh & Nelder 1989; R's glm(binomial). statistics.md 5.
 */
export function logit(input: RegressionInput, { level = 0.95, cluster }: LogitOptions = {}): LogitFit | NotEstimable {
	const design = designOf(input);
	if (design.status !== 'ok') return design;
	const fit = settledFit(design, level);
	if ('status' in fit) return fit;

	const { covariance, clusters } = covarianceOf(fit, cluster && design.rows.map((i) => cluster[i]));
	if (clusters !== 1 && !covariance.every((row) => allFinite(row))) return notEstimable(notNumbers);
	const warnings = [...clusterWarnings(clusters, false), ...fewEvents(design, fit)];
	const coefficients = coefficientsOf({ design, fit, covariance, clusters, level, warnings });
	return {
		status: 'ok',
		coefficients,
		oddsRatios: Object.fromEntries(
			Object.entries(coefficients).map(([name, c]) => [name, exponentiated(c, 'odds ratio')])
		),
		aliased: fit.qr.aliased.map((column) => design.names[column]),
		covariance: clusters === 1 ? [] : covariance,
		estimated: fit.qr.kept.map((column) => design.names[column]),
		fitted: fit.fitted,
		deviance: fit.deviance,
		...againstNothing(design, fit, input.constant ?? true),
		n: design.y.length,
		events: events(design),
		df: design.y.length - fit.qr.kept.length,
		method: `logistic regression, ${clusters === undefined ? 'model-based' : 'clustered'} errors`,
		warnings
	};
}

/** The deviance of the same chance for everybody (an even one without a constant), and the test against it. */
function againstNothing(
	design: Design,
	fit: IrlsFit,
	constant: boolean
): Pick<LogitFit, 'nullDeviance' | 'likelihoodRatio'> {
	const alike = { ...design, names: [], columns: design.columns.slice(0, 1) };
	const nullDeviance = constant ? irls(alike).deviance : 2 * Math.LN2 * sum(design.weights);
	const df = fit.qr.kept.length - (constant ? 1 : 0);
	const statistic = Math.max(0, nullDeviance - fit.deviance);
	return { nullDeviance, likelihoodRatio: { statistic, df, p: df > 0 ? chiSquaredUpper(statistic, df) : 1 } };
}

/** The fit, or why there is none: nothing to explain, separation, no convergence. */
function settledFit(design: Design, level: number): IrlsFit | NotEstimable {
	const trouble = whyNotLogit(design, level);
	if (trouble) return notEstimable(trouble);
	const fit = irls(design);
	if (fit.qr.kept.length === 0) return notEstimable('no column varies');
	const separating = separators(design, fit);
	if (separating.length > 0)
		return notEstimable(`no finite estimate: yes and no are separated by ${separating.join(', ')}`);
	return fit.converged ? fit : notEstimable('the fit did not settle');
}

type Parts = {
	design: Design;
	fit: IrlsFit;
	covariance: Float64Array[];
	clusters?: number;
	level: number;
	warnings: string[];
};

function coefficientsOf({ design, fit, covariance, clusters, level, warnings }: Parts): Record<string, Inferred> {
	const coefficientOf = (column: number): Inferred => {
		const k = fit.qr.kept.indexOf(column);
		if (k < 0) return notEstimable('depends on the other columns');
		if (clusters === 1) return notEstimable('all rows belong to one account');
		return symmetric({
			value: fit.beta[k],
			se: Math.sqrt(covariance[k][k]),
			n: design.y.length,
			level,
			clusters,
			method: 'log odds ratio',
			warnings
		});
	};
	return Object.fromEntries(design.names.map((name, column) => [name, coefficientOf(column)]));
}

const events = ({ y }: Design) => y.reduce((sum, yes) => sum + yes, 0);

function whyNotLogit(design: Design, level: number): string | undefined {
	if (!design.y.every((yes) => yes === 0 || yes === 1)) return 'an outcome is neither yes nor no';
	const yes = events(design);
	return yes === 0 || yes === design.y.length ? 'everybody has the same outcome' : whyNotLevel(level);
}

/** (X′WX)⁻¹, or with clusters the sandwich of grouped scores times G/(G − 1). */
function covarianceOf(
	{ qr, pearson }: IrlsFit,
	cluster?: (string | number)[]
): { covariance: Float64Array[]; clusters?: number } {
	const identity = qr.q.map((_, a) => Float64Array.from(qr.q, (_, b) => (a === b ? 1 : 0)));
	if (!cluster) return { covariance: unrotate(qr.r, identity) };
	const n = pearson.length;
	const told = clustered({ q: qr.q, residuals: pearson, leverage: pearson, df: n - 1 }, cluster);
	return { covariance: unrotate(qr.r, told.covariance), clusters: told.clusters };
}

function fewEvents(design: Design, { qr }: IrlsFit): string[] {
	const rarer = Math.min(events(design), design.y.length - events(design));
	return rarer < 10 * (qr.kept.length - 1) ? ['fewer than ten of the rarer outcome for each column'] : [];
}
