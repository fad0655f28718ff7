import type { Inferred } from '#stats/estimate.ts';
import { notEstimable } from '#stats/estimate.ts';
import { ols } from '#stats/regression/ols.ts';
import type { Errors } from '#stats/regression/errors.ts';
import { fewestAccounts } from './power.ts';

/** One customer of a bet afterwards; `unit`: the account. */
export type Measured = { unit: string; gets: boolean; y: number; before?: number };

/** Below this, clustered errors are corrected for few accounts. */
const few = 40;

export const clustered = (units: readonly string[]): Errors =>
	new Set(units).size < few ? { cr2: units } : { cluster: units };

/** Why two groups cannot be compared; null when they can. */
export function whyNotCompared(rows: readonly { unit: string; gets: boolean }[]): string | null {
	const accounts = (gets: boolean) => new Set(rows.filter((one) => one.gets === gets).map(({ unit }) => unit)).size;
	const [inside, outside] = [accounts(true), accounts(false)];
	if (Math.min(inside, outside) >= fewestAccounts) return null;
	return `too few accounts: ${inside} that got it and ${outside} that did not can be followed, ${fewestAccounts} of each at least are needed`;
}

/**
 * What a draw did: mean of those who got it less mean of those left out, at equal `before` where all rows have it, with
 * errors clustered by account. Randomisation makes it unbiased; what is held equal only makes it surer (Lin 2013).
 */
export function differenceByDraw(rows: readonly Measured[]): Inferred {
	const trouble = whyNotCompared(rows);
	if (trouble) return notEstimable(trouble);
	const y = rows.map((row) => row.y);
	if (y.every((one) => one === y[0])) return notEstimable('every customer’s outcome is the same');
	const before = rows.map((row) => row.before ?? 0);
	const fit = ols(
		{ y, x: { gets: rows.map(({ gets }) => (gets ? 1 : 0)), ...(varies(before) ? { before } : {}) } },
		{ errors: clustered(rows.map(({ unit }) => unit)) }
	);
	if (fit.status !== 'ok') return fit;
	const effect = fit.coefficients.gets;
	if (effect.status === 'ok' && !(effect.se > 0))
		return notEstimable('the outcomes within a group do not scatter at all');
	return effect;
}

const varies = (list: readonly number[]): boolean => list.some((one) => one !== list[0]);
