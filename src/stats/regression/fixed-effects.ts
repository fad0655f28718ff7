import { type Inferred, type NotEstimable, notEstimable } from '../estimate.ts';
import { symmetric, whyNotLevel } from '../inference.ts';
import { dot } from '../arrays/sum.ts';
import { unrotate } from '../linear/least-squares.ts';
import { refined } from '../linear/refine.ts';
import { clusterWarnings } from './clustered.ts';
import { errorsOf } from './fixed-effects-errors.ts';
import type { FixedEffectsFit, FixedEffectsOptions } from './fixed-effects-fit.ts';
import { type FixedEffectsInput, withinOf } from './within.ts';

const assumptions = [
	'revenue does not feed back on later scores',
	'what changes within an account besides its score changes for all alike'
];

/**
 * Two-way fixed effects: how y moves with x within an account, whatever the account is like and whatever the period
 * brought to all: y_it = a_i + g_t + b x_it + e. Works on unbalanced panels. Lag x by calendar with `lagByPeriod`.
 *
 * Not estimable when no column moves within accounts, or nothing is left to judge by. Tells only of those who switched;
 * measurement error shrinks it, and revenue that feeds back on later scores biases it: show the lead placebo beside it.
 *
 * Source: Baltagi 2013; Cameron & Miller 2015; statistics.md 4.2.
 */
export function fixedEffects(
	input: FixedEffectsInput,
	options: FixedEffectsOptions = {}
): FixedEffectsFit | NotEstimable {
	const { level = 0.95 } = options;
	const noLevel = whyNotLevel(level);
	if (noLevel) return notEstimable(noLevel);
	const within = withinOf(input);
	if (within.status !== 'ok') return within;

	const { names, rows, y, columns, qr, units, periods, df, switchers } = within;
	const { beta, residuals } = refined(qr, y, columns);
	const errors = errorsOf(within, residuals, options.cluster ?? input.unit, options);
	const covariance = unrotate(qr.r, errors.covariance);
	const warnings = [
		...clusterWarnings(errors.clusters, false),
		...(within.settled ? [] : ['the effects did not settle'])
	];
	const coefficientOf = (column: number): Inferred => {
		const k = qr.kept.indexOf(column);
		if (k < 0) return notEstimable('does not move within accounts beside the other columns');
		if (errors.trouble) return notEstimable(errors.trouble);
		const { clusters, method } = errors;
		return symmetric({
			value: beta[k],
			se: Math.sqrt(covariance[k][k]),
			n: rows.length,
			df: errors.df,
			level,
			clusters,
			method,
			warnings,
			assumptions
		});
	};
	return {
		status: 'ok',
		coefficients: Object.fromEntries(names.map((name, column) => [name, coefficientOf(column)])),
		aliased: qr.aliased.map((column) => names[column]),
		withinR2: Math.max(0, 1 - dot(residuals, residuals) / dot(y, y)) || 0,
		switchers,
		n: rows.length,
		units,
		periods,
		singletons: within.dropped,
		df,
		method: `${input.period ? 'two-way' : 'account'} fixed effects, ${errors.method}`,
		warnings,
		assumptions
	};
}
