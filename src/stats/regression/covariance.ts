import { dot } from '../arrays/sum.ts';
import { biasReduced } from './bias-reduced.ts';
import { clustered } from './clustered.ts';
import { type Errors, type Labels, type Rotated, type RotatedCovariance, weightedProduct } from './errors.ts';
import { heteroskedastic } from './heteroskedastic.ts';

/** `dfOf` where degrees of freedom differ by coefficient. */
export type AnyErrors = RotatedCovariance & { dfOf?: (l: ArrayLike<number>) => number };

/** The covariance of Q′y under the errors asked for; labels are those of all rows, `rows` the ones that take part. */
export function covarianceOf(errors: Errors, rotated: Rotated, rows: readonly number[]): AnyErrors {
	const kept = (labels: Labels) => rows.map((i) => labels[i]);
	if (errors === 'classical') {
		const variance = dot(rotated.residuals, rotated.residuals) / rotated.df;
		return {
			covariance: weightedProduct(
				rotated.q,
				rotated.residuals.map(() => variance)
			),
			df: rotated.df,
			method: 'equal variance'
		};
	}
	if (typeof errors === 'string') return heteroskedastic(errors, rotated);
	if ('cr2' in errors) return biasReduced(rotated, kept(errors.cr2));
	return clustered(rotated, kept(errors.cluster), errors.and && kept(errors.and));
}
