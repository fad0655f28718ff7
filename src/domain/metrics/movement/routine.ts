import type { NotEstimable } from '#stats/estimate.ts';
import { normalTwoSided } from '#stats/distributions/normal.ts';
import type { SegmentMean } from '#stats/scores/nps-segment.ts';
import type { Signal } from '#stats/monitoring/signals.ts';
import { xmr } from '#stats/monitoring/xmr.ts';
import type { Xmr } from '#stats/monitoring/xmr.ts';
import { xmrForScores } from '#stats/monitoring/xmr-for-scores.ts';
import type { Band, Routine } from '../figure.ts';

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
	return read(chart, step, { of: 'score', above: 'above its usual', below: 'below its usual', unit: 'weeks' });
}

/**
 * Weeks of a figure that is known at their ends, oldest first. It moves slowly, so its values lean on one another; its
 * steps hardly do, since what happens in a week happens in no other. So what is charted are the steps.
 */
export function routineOfSteps(weeks: readonly (number | null)[], step: Step): Routine {
	const steps = stepsBetween(weeks);
	const chart = xmr(steps, { fewest, baseline: baselineOf(steps.length) });
	const alike = inARow(steps);
	// Who rises as a matter of routine is not told that it rose.
	const words =
		alike >= 8 && alike <= judgedSteps
			? { above: 'up', below: 'down', unit: 'weeks', run: alike }
			: { above: 'rising more than usual', below: 'rising less than usual', unit: 'weeks' };
	return read(chart, step, { of: 'step', ...words });
}

/**
 * A sum of twelve months steps by this month less that of a year ago, and such steps lean on one another wherever
 * customers come back. So it is held against its months, which share no day: each one’s growth on the same month of the
 * year before, which takes the season out, and of that the steps, which takes out how long growth lasts. `months`: their
 * sums, oldest first and without a gap.
 */
export function routineOfGrowth(months: readonly number[], step: Step): Routine {
	const growth = months
		.slice(monthsInAYear)
		.map((now, i) => (now > 0 && months[i] > 0 ? Math.log(now / months[i]) : null));
	const changes = stepsBetween(growth);
	const chart = xmr(changes, { fewest: fewestMonths, baseline: Math.max(fewestMonths, baselineOf(changes.length)) });
	const words = { above: 'of faster growth', below: 'of slower growth', unit: 'months' };
	return read(chart, step, { of: 'growth', ...words });
}

const monthsInAYear = 12;
/** Months are few, and one of limits from twelve would lie outside them by chance in one business of fourteen. */
const fewestMonths = 17;

const stepsBetween = (values: readonly (number | null)[]): (number | null)[] =>
	values.slice(1).map((value, i) => {
		const before = values[i];
		return value === null || before === null ? null : value - before;
	});

const baselineOf = (points: number) => Math.max(fewest, points - judgedSteps);

type Words = { of: Band['of']; above: string; below: string; unit: string; run?: number };

function read(chart: Xmr | NotEstimable, step: Step, { of, above, below, unit, run }: Words): Routine {
	const last = chart.status === 'ok' ? chart.points.at(-1) : undefined;
	if (chart.status !== 'ok' || !last || last.value === null)
		return { ...step, p: null, shows: null, direction: step.by < 0 ? -1 : 1 };

	const sigmas = (3 * (last.value - chart.centre)) / (last.upper - chart.centre);
	const direction = sigmas < 0 ? -1 : 1;
	const side = direction > 0 ? above : below;
	const length = runLength(chart);
	const shown: Record<Signal, { p: number; shows: string }> = {
		'beyond-limits': { p: normalTwoSided(sigmas), shows: 'outside its routine' },
		'run-of-eight': { p: chanceOfRun(chart, length, direction), shows: `${run ?? length} ${unit} ${side}` },
		'three-of-four': { p: chanceOfThreeInFour, shows: `3 of 4 ${unit} far from its usual` }
	};
	const seen = last.signal ? shown[last.signal] : null;
	const band = { of, value: last.value, low: last.lower, high: last.upper };
	return { ...step, ...(seen && seen.p < 0.05 ? seen : { p: 1, shows: null }), direction, band };
}

/**
 * How often as many points would lie on one side by chance. Half of them do wherever the routine is even; where a few
 * large steps carry the mean, as among many weeks without any, the small ones all lie on one side of it.
 */
function chanceOfRun({ points, centre, baseline }: Xmr, length: number, direction: 1 | -1): number {
	const usual = points.slice(0, baseline).flatMap(({ value }) => (value === null ? [] : [value]));
	const onThisSide = usual.filter((value) => Math.sign(value - centre) === direction).length;
	return Math.min(1, 2 * Math.max(0.5, onThisSide / usual.length) ** length);
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
