import type { NotEstimable } from '#stats/estimate.ts';
import { normalTwoSided } from '#stats/distributions/normal.ts';
import type { SegmentMean } from '#stats/scores/nps-segment.ts';
import type { Signal } from '#stats/monitoring/signals.ts';
import { xmr } from '#stats/monitoring/xmr.ts';
import type { Xmr } from '#stats/monitoring/xmr.ts';
import { xmrForScores } from '#stats/monitoring/xmr-for-scores.ts';
import type { Routine } from '../figure.ts';

/** How many of the latest steps are held against the routine of those before, so that a shift does not widen its own limits. */
const judgedSteps = 13;
/** Limits from fewer weeks than this move too much to judge by. */
const fewest = 12;

type Step = Pick<Routine, 'by' | 'since'>;

/**
 * Weeks of answers, oldest first and complete, against how much weeks usually differ: each one's own score, limits by
 * its number of answers (Laney). `step`: what the headline figure did, which is told beside the verdict.
 */
export function routineOfScores(weeks: readonly SegmentMean[], step: Step): Routine {
	const chart = xmrForScores(weeks, { fewest, baseline: baselineOf(weeks.length) });
	return read(chart, step, { above: 'above its usual', below: 'below its usual', unit: 'weeks' });
}

/**
 * A figure that rolls over a year moves slowly, so its values lean on one another; its steps hardly do. So what is
 * charted are the steps, oldest first. `unit`: 'weeks' or 'months'.
 */
export function routineOfSteps(values: readonly (number | null)[], unit: 'weeks' | 'months', step: Step): Routine {
	const steps = values.slice(1).map((value, i) => {
		const before = values[i];
		return value === null || before === null ? null : value - before;
	});
	const chart = xmr(steps, { fewest, baseline: baselineOf(steps.length) });
	const alike = inARow(steps);
	// Who rises as a matter of routine is not told that it rose.
	const words =
		alike >= 8 && alike <= judgedSteps
			? { above: 'up', below: 'down', unit, run: alike }
			: { above: 'rising more than usual', below: 'rising less than usual', unit };
	return read(chart, step, words);
}

const baselineOf = (points: number) => Math.max(fewest, points - judgedSteps);

type Words = { above: string; below: string; unit: string; run?: number };

function read(chart: Xmr | NotEstimable, step: Step, { above, below, unit, run }: Words): Routine {
	const last = chart.status === 'ok' ? chart.points.at(-1) : undefined;
	if (chart.status !== 'ok' || !last || last.value === null)
		return { ...step, p: null, shows: null, direction: step.by < 0 ? -1 : 1 };

	const sigmas = (3 * (last.value - chart.centre)) / (last.upper - chart.centre);
	const direction = sigmas < 0 ? -1 : 1;
	const side = direction > 0 ? above : below;
	const length = runLength(chart);
	const shown: Record<Signal, { p: number; shows: string }> = {
		'beyond-limits': { p: normalTwoSided(sigmas), shows: 'outside its routine' },
		'run-of-eight': { p: 2 ** (1 - length), shows: `${run ?? length} ${unit} ${side}` },
		'three-of-four': { p: chanceOfThreeInFour, shows: `3 of 4 ${unit} far from its usual` }
	};
	return { ...step, ...(last.signal ? shown[last.signal] : { p: 1, shows: null }), direction };
}

/** Three or four of four beyond 1.5 sigma on the same side, either side: 2 · (4 · 0.0668³ · 0.9332 + 0.0668⁴). */
const chanceOfThreeInFour = 0.00226;

/** How many of the latest points lie on the same side of the centre. */
function runLength({ points, centre }: Xmr): number {
	const sides = points.flatMap(({ value }) => (value === null ? [] : [Math.sign(value - centre)])).reverse();
	const end = sides.findIndex((side) => side !== sides[0]);
	return end === -1 ? sides.length : end;
}

/** How many of the latest steps went the same way as the last. */
function inARow(steps: readonly (number | null)[]): number {
	const ways = steps.map((step) => Math.sign(step ?? 0)).reverse();
	const end = ways.findIndex((way) => way !== ways[0] || way === 0);
	return end === -1 ? ways.length : end;
}
