import { type NotEstimable, notEstimable } from '../estimate.ts';

import { rounding } from './product-limit.ts';
import type { CrossingTime, SurvivalCurve, SurvivalPoint } from './survival-curve.ts';

/** The time by which half have left; see `kaplanMeier`. */
export function medianOf(
	points: readonly SurvivalPoint[],
	{ n, events }: { n: number; events: number }
): CrossingTime | NotEstimable {
	return crossing(points, 0.5, { n, events });
}

/** The time by which a share `left` of the customers has left (0.25: the first quarter). */
export const survivalQuantile = (curve: SurvivalCurve, left: number): CrossingTime | NotEstimable =>
	crossing(curve.points, 1 - left, curve);

function crossing(
	points: readonly SurvivalPoint[],
	level: number,
	{ n, events }: { n: number; events: number }
): CrossingTime | NotEstimable {
	const value = firstAtOrBelow(points, level, ({ survival }) => survival);
	if (value === null) return notEstimable(`fewer than ${Math.round(100 * (1 - level))}% have left so far`);
	return {
		status: 'ok',
		value,
		low: firstAtOrBelow(points, level, ({ low }) => low),
		high: firstAtOrBelow(points, level, ({ high }) => high),
		n,
		events
	};
}

/** The first time the curve is at or below the level; the middle of the step when it rests exactly on it. */
function firstAtOrBelow(
	points: readonly SurvivalPoint[],
	level: number,
	of: (point: SurvivalPoint) => number | null
): number | null {
	const reached = points.findIndex((point) => (of(point) ?? Infinity) <= level + rounding);
	if (reached < 0) return null;
	const { time } = points[reached];
	if (of(points[reached])! < level - rounding) return time;
	const below = points.find((point) => (of(point) ?? Infinity) < level - rounding);
	return below ? (time + below.time) / 2 : time;
}
