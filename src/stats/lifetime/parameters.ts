import type { Inferred } from '../estimate.ts';
import { criticalValue, withLimits } from '../inference.ts';
import type { Maximum } from '../optimise/maximum-likelihood.ts';

/** A positive parameter estimated on its logarithm: value, se by the delta method, limits that stay positive. */
export function positiveParameters<Name extends string>(
	names: readonly Name[],
	{ x, covariance }: Maximum,
	{ n, level }: { n: number; level: number }
): Record<Name, Inferred> {
	const z = criticalValue(level);
	const parameter = (k: number): Inferred => {
		const value = Math.exp(x[k]);
		const se = covariance ? Math.sqrt(covariance[k][k]) : NaN;
		const [low, high] = [value * Math.exp(-z * se), value * Math.exp(z * se)];
		return withLimits({ value, se: value * se, low, high, n, level, method: 'maximum likelihood, on the logarithm' });
	};
	return Object.fromEntries(names.map((name, k) => [name, parameter(k)])) as Record<Name, Inferred>;
}

/** Says so when the likelihood is a ridge: several parameters fit alike. */
export function weakly({ condition, startsAgree }: Maximum): string[] {
	const ridge = condition > 1e8 ? ['weakly identified: several parameters fit alike'] : [];
	return startsAgree ? ridge : [...ridge, 'different starts end at different fits'];
}
