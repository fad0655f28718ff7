import { type NotEstimable, notEstimable } from '../estimate.ts';
import { shown } from '../inference.ts';
import { median } from '../arrays/quantile.ts';
import { mean } from '../arrays/sum.ts';
import { signalsIn, type Signal } from './signals.ts';

export type XmrPoint = {
	value: number | null;
	movingRange: number | null;
	lower: number;
	upper: number;
	signal: Signal | null;
};

export type Xmr = {
	status: 'ok';
	centre: number;
	lower: number;
	upper: number;
	meanMovingRange: number;
	/** a moving range above this is a signal of its own */
	rangeLimit: number;
	points: XmrPoint[];
	/** points that made the limits */
	baseline: number;
	n: number;
	method: string;
	warnings: string[];
};

export type XmrOptions = {
	/** the limits come from the first so many points and stay, until a shift is confirmed and annotated */
	baseline?: number;
	/** fewer points than this only form a baseline */
	fewest?: number;
	/** median moving range instead of the mean, where single outliers stretch it */
	robust?: boolean;
};

/**
 * Wheeler's process behaviour chart: which points are more than routine variation. Centre the mean, limits centre ± 2.66
 * × mean moving range (3.145 × median), range limit 3.267 × (3.865 ×). Weeks without a figure are null: no moving range
 * crosses the gap. About 3 points in 1,000 fall outside by chance, on every chart. Not estimable below 12 points ("baseline
 * forming") or when nothing varied. Weekly NPS with uneven answers needs `xmrForScores`.
 *
 * Source: Wheeler 2000; NIST/SEMATECH e-Handbook 6.3.2.2. statistics.md 6.
 */
export function xmr(
	values: readonly (number | null)[],
	{ baseline, fewest = 12, robust = false }: XmrOptions = {}
): Xmr | NotEstimable {
	const known = values.filter((value) => value !== null);
	if (!known.every(Number.isFinite)) return notEstimable('a figure is not a number');
	if (known.length < fewest) return notEstimable(`baseline forming: ${known.length} of ${fewest} points`);

	const limits = limitsFrom(values.slice(0, baseline ?? values.length), robust);
	if ('status' in limits) return limits;
	const { centre, width, typical, rangeLimit, formed } = limits;
	const [lower, upper] = [centre - width, centre + width];
	const all = movingRanges(values);
	const signals = signalsIn(values.map((value) => (value === null ? null : (3 * (value - centre)) / width)));
	return shown({
		status: 'ok',
		centre,
		lower,
		upper,
		meanMovingRange: typical,
		rangeLimit,
		points: values.map((value, i) => ({ value, movingRange: all[i], lower, upper, signal: signals[i] })),
		baseline: formed,
		n: known.length,
		method: robust ? 'XmR, median moving range' : 'XmR, mean moving range',
		warnings: formed < 17 ? ['limits from few points will still move'] : []
	});
}

type XmrLimits = { centre: number; width: number; typical: number; rangeLimit: number; formed: number };

function limitsFrom(forming: readonly (number | null)[], robust: boolean): XmrLimits | NotEstimable {
	const ranges = movingRanges(forming).filter((range) => range !== null);
	if (ranges.length < 2) return notEstimable('too few neighbouring points to know what is routine');
	const typical = robust ? median(ranges) : mean(ranges);
	if (!(typical > 0)) return notEstimable('the figures did not vary, so there is no routine to leave');

	const known = forming.filter((value) => value !== null);
	const [width, rangeLimit] = robust ? [3.145 * typical, 3.865 * typical] : [2.66 * typical, 3.267 * typical];
	return { centre: mean(known), width, typical, rangeLimit, formed: known.length };
}

/** |x_i − x_{i−1}|, null at the start and beside a gap. */
export const movingRanges = (values: readonly (number | null)[]): (number | null)[] =>
	values.map((value, i) => {
		const previous = values[i - 1] ?? null;
		return value === null || previous === null ? null : Math.abs(value - previous);
	});
