import { dot } from '../arrays/sum.ts';
import { clustered } from './clustered.ts';
import { type Labels, type RotatedCovariance, weightedProduct } from './errors.ts';
import type { FixedEffectsOptions, SmallSample } from './fixed-effects-fit.ts';
import type { Within } from './within.ts';

const convention: Record<SmallSample, string> = {
	nested: 'accounts not counted',
	all: 'all effects counted',
	none: 'no small-sample factor'
};

/** Covariance of Q′y with accounts and periods taken out, by the convention asked for. */
export function errorsOf(
	{ qr, rows, units, df }: Within,
	residuals: Float64Array,
	labels: Labels,
	options: FixedEffectsOptions
): RotatedCovariance {
	const { errors = 'cluster', smallSample = 'nested' } = options;
	if (errors === 'classical') {
		const variance = dot(residuals, residuals) / df;
		return {
			covariance: weightedProduct(
				qr.q,
				residuals.map(() => variance)
			),
			df,
			method: 'equal variance'
		};
	}
	const counted = smallSample === 'nested' ? df + units - 1 : df;
	const own = rows.map((i) => labels[i]);
	const told = clustered({ q: qr.q, residuals, leverage: residuals, df: counted }, own);
	const groups = told.clusters ?? 0;
	const undo = smallSample === 'none' ? ((groups - 1) / groups) * (counted / (residuals.length - 1)) : 1;
	const covariance = told.covariance.map((row) => row.map((value) => value * undo));
	return { ...told, covariance, method: `clustered by account, ${convention[smallSample]}` };
}
