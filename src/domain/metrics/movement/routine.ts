import type { NotEstimable } from '#stats/estimate.ts';
import type { SegmentMean } from '#stats/scores/nps-segment.ts';
import { chanceBeyond, chanceOfRun, chanceOfThreeInFour } from '#stats/monitoring/chances.ts';
import type { Signal } from '#stats/monitoring/signals.ts';
import { xmr } from '#stats/monitoring/xmr.ts';
import type { Xmr } from '#stats/monitoring/xmr.ts';
import { xmrForScores } from '#stats/monitoring/xmr-for-scores.ts';
import type { Band, Routine } from '../figure.ts';

/** How many of the latest steps are held against the routine of those before, so that a shift does not widen its own limits. */
const judgedSteps = 13;
/** Limits from fewer weeks than this move too much to judge by. */
const fewest = 12;
/** So many points on one side of the centre are a run. */
const shortestRun = 8;

type Step = Pick<Routine, 'by' | 'since'>;

/**
 * Weeks of answers, oldest first and complete, against how much weeks usually differ: each one's own score, limits by
 * its number of answers (Laney). `step`: what the headline figure did, which is told beside the verdict.
 */
export function routineOfScores(weeks: readonly SegmentMean[], step: Step): Routine {
	const baseline = baselineOf(weeks.length);
	const chart = xmrForScores(weeks, { fewest, baseline });
	const run: Words['run'] = (direction, { length }) => `${length} weeks ${direction > 0 ? 'above' : 'below'} its usual`;
	return read(chart, step, { of: 'score', unit: 'weeks', run }, baseline);
}

/**
 * Weeks of a figure that is known at their ends, oldest first. It moves slowly, so its values lean on one another; its
 * steps hardly do, since what happens in a week happens in no other. So what is charted are the steps.
 */
export function routineOfSteps(weeks: readonly (number | null)[], step: Step): Routine {
	const steps = stepsBetween(weeks);
	const baseline = baselineOf(steps.length);
	const run = runOf(steps, {
		alike: (length, direction) => `${length} weeks ${direction > 0 ? 'up' : 'down'}`,
		otherwise: (length, direction, isUp) =>
			`${length} weeks ${isUp ? 'rising' : 'falling'} ${isUp === direction > 0 ? 'more' : 'less'} than usual`
	});
	return read(xmr(steps, { fewest, baseline }), step, { of: 'step', unit: 'weeks', run }, baseline);
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
	const baseline = Math.max(fewestMonths, baselineOf(changes.length));
	const run = runOf(changes, {
		alike: (length, direction) => `${length} months of ${direction > 0 ? 'faster' : 'slower'} growth`,
		otherwise: (length, direction) => `${length} months of growth ${direction > 0 ? 'better' : 'worse'} than its course`
	});
	const chart = xmr(changes, { fewest: fewestMonths, baseline });
	return read(chart, step, { of: 'growth', unit: 'months', run }, baseline);
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

type Direction = Routine['direction'];
/** `run`: what is said of the points of a run, which all lie on that side of the centre. */
type Words = { of: Band['of']; unit: string; run: (direction: Direction, points: readonly number[]) => string };

function read(chart: Xmr | NotEstimable, step: Step, { of, unit, run }: Words, baseline: number): Routine {
	const last = chart.status === 'ok' ? chart.points.at(-1) : undefined;
	if (chart.status !== 'ok' || !last || last.value === null)
		return { ...step, p: null, shows: null, direction: step.by < 0 ? -1 : 1 };

	const sigmas = (3 * (last.value - chart.centre)) / (last.upper - chart.centre);
	const direction = sigmas < 0 ? -1 : 1;
	const { baseline: formed } = chart;
	// Each is an integral, and most steps show none of them.
	const shown: Record<Signal, () => { p: number; shows: string }> = {
		'beyond-limits': () => ({ p: chanceBeyond(sigmas, formed), shows: 'outside its routine' }),
		'run-of-eight': () => {
			const points = latestRun(chart, baseline);
			const isLong = points.length >= shortestRun;
			const p = isLong ? chanceOfRun(points.length, formed, shareOnSide(chart, baseline, direction)) : 1;
			return { p, shows: run(direction, points) };
		},
		'three-of-four': () => ({ p: chanceOfThreeInFour(formed), shows: `3 of 4 ${unit} far from its usual` })
	};
	const seen = last.signal ? shown[last.signal]() : null;
	const band = { of, value: last.value, low: last.lower, high: last.upper };
	return { ...step, ...(seen && seen.p < 0.05 ? seen : { p: 1, shows: null }), direction, band };
}

/**
 * How many of the routine's points lie on that side. Half of them do wherever it is even; where a few large steps carry
 * the mean, as among many weeks without any, the small ones all lie on one side of it.
 */
function shareOnSide({ points, centre }: Xmr, baseline: number, direction: Direction): number {
	const usual = known(points.slice(0, baseline));
	return Math.max(0.5, usual.filter((value) => Math.sign(value - centre) === direction).length / usual.length);
}

const known = (points: Xmr['points']): number[] => points.flatMap(({ value }) => (value === null ? [] : [value]));

/**
 * The latest points on the same side of the centre, as far back as they are judged: those before made the centre, and
 * which side of it they lie on says nothing against it.
 */
function latestRun({ points, centre }: Xmr, baseline: number): number[] {
	const judged = known(points.slice(baseline));
	const side = Math.sign((judged.at(-1) ?? centre) - centre);
	return judged.slice(judged.findLastIndex((value) => Math.sign(value - centre) !== side) + 1);
}

/**
 * Steps that all went the way that is unusual are told as that, unless it goes that way as a matter of routine; of
 * others it is told how they went on the whole, or whoever fell less than usual would be told to have risen.
 */
const runOf =
	(
		steps: readonly (number | null)[],
		words: {
			alike: (length: number, direction: Direction) => string;
			otherwise: (length: number, direction: Direction, isUp: boolean) => string;
		}
	): Words['run'] =>
	(direction, points) => {
		const { length, way } = inARow(steps);
		if (way === direction && length >= shortestRun && length <= judgedSteps) return words.alike(length, direction);
		return words.otherwise(points.length, direction, points.reduce((sum, value) => sum + value, 0) > 0);
	};

/** How many of the latest steps went the same way as the last, and which way that is. */
function inARow(steps: readonly (number | null)[]): { length: number; way: number } {
	const ways = steps.map((step) => Math.sign(step ?? 0)).reverse();
	const end = ways.findIndex((way) => way !== ways[0] || way === 0);
	return { length: end === -1 ? ways.length : end, way: ways[0] ?? 0 };
}
