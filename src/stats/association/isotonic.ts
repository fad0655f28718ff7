import { type Inferred, type NotEstimable, notEstimable } from '../estimate.ts';
import { whyNotLevel, shown } from '../inference.ts';
import { allFinite } from '../arrays/checks.ts';
import type { Random } from '../random.ts';
import { bootstrapSeveral } from '../resampling/bootstrap.ts';
import { monotoneFit, valuesAt } from './pool-adjacent-violators.ts';

export type IsotonicInput = {
	x: readonly number[];
	y: readonly number[];
	weights?: readonly number[];
	/** false when y should fall as x rises */
	increasing?: boolean;
};

/** The fitted value at each distinct x; `low` and `high` with a bootstrap, null without. */
export type IsotonicStep = { x: number; value: number; weight: number; low: number | null; high: number | null };

export type Isotonic = {
	status: 'ok';
	steps: IsotonicStep[];
	n: number;
	/** number of different values */ levels: number;
	method: string;
};

/**
 * Isotonic regression: the closest curve to y that never falls as x rises, by pooling adjacent violators, O(n log n). Points
 * of equal x are pooled first. Made for "retention by score 0–10", not for finding thresholds. With `random` a percentile
 * bootstrap band over points. Not estimable without points or with missing numbers.
 *
 * Source: Barlow, Bartholomew, Bremner & Brunk 1972; R's isoreg.
 */
export function isotonic(
	input: IsotonicInput,
	{ random, draws, level = 0.95 }: BandOptions = {}
): Isotonic | NotEstimable {
	const { x, y, weights = x.map(() => 1), increasing = true } = input;
	const trouble = whyNotIsotonic(x, y, weights, level);
	if (trouble) return notEstimable(trouble);

	const points = x.map((at, i) => ({ x: at, y: y[i], weight: weights[i] })).filter(({ weight }) => weight > 0);
	const fit = monotoneFit(points, increasing);
	const at = fit.map((step) => step.x);
	const band =
		random &&
		bootstrapSeveral(points, (drawn) => valuesAt(monotoneFit(drawn, increasing), at), { random, draws, level });
	return shown({
		status: 'ok',
		steps: fit.map((step, k) => ({ ...step, ...limitsOf(band?.[k]) })),
		n: points.length,
		levels: new Set(fit.map(({ value }) => value)).size,
		method: random ? 'isotonic regression, bootstrap band' : 'isotonic regression'
	});
}

export type BandOptions = { random?: Random; draws?: number; level?: number };

function limitsOf(told?: Inferred): { low: number | null; high: number | null } {
	return told?.status === 'ok' ? { low: told.low, high: told.high } : { low: null, high: null };
}

function whyNotIsotonic(
	x: readonly number[],
	y: readonly number[],
	weights: readonly number[],
	level: number
): string | undefined {
	if (x.length === 0) return 'there are no points';
	if ([x, y, weights].some((list) => list.length !== x.length || !allFinite(list)))
		return 'a point has a missing number';
	if (weights.some((w) => w < 0)) return 'a weight is negative';
	if (!weights.some((w) => w > 0)) return 'no point carries weight';
	return whyNotLevel(level);
}
