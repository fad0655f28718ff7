import { type NotEstimable, notEstimable } from '../estimate.ts';
import { fisherFUpper } from '../distributions/fisher-f.ts';
import { quadraticForm } from '../linear/cholesky.ts';

export type JointTest = { status: 'ok'; statistic: number; df: [number, number]; p: number };

type Fit = {
	coefficients: Record<string, { status: string; value?: number }>;
	estimated: string[];
	covariance: readonly Float64Array[];
	df: number;
};

/**
 * Wald's joint test that the named coefficients are all 0, as F = b′V⁻b/q on q and the fit's degrees of freedom: do any
 * of the segments differ, is there a penalty or a reward? With clusters pass their degrees of freedom as `df`.
 */
export function jointTest(fit: Fit, names: readonly string[], df = fit.df): JointTest | NotEstimable {
	if (fit.covariance.length === 0) return notEstimable('the errors of these columns are unknown');
	const places = names.map((name) => fit.estimated.indexOf(name)).filter((place) => place >= 0);
	const values = places.map((place) => fit.coefficients[fit.estimated[place]].value ?? 0);
	const form = quadraticForm(
		values,
		places.map((a) => places.map((b) => fit.covariance[a][b]))
	);
	if (!form) return notEstimable('none of these columns is estimated');
	const statistic = form.value / form.rank;
	return { status: 'ok', statistic, df: [form.rank, df], p: fisherFUpper(statistic, form.rank, df) };
}
