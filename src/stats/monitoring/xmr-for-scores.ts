import { type NotEstimable, notEstimable } from '../estimate.ts';
import { shown } from '../inference.ts';
import { mean, sumOf } from '../arrays/sum.ts';
import type { SegmentMean } from '../scores/nps-segment.ts';
import { signalsIn } from './signals.ts';
import { movingRanges, type Xmr } from './xmr.ts';

/** d₂ for two points: the mean moving range of independent standard normals. */
const d2 = 1.128;

/**
 * A process behaviour chart for weekly scores with uneven answers: z_i = (x_i − centre)/SE_i, σ_z = mean moving range of
 * z / 1.128, limits centre ± 3 σ_z SE_i, so that a week with few answers is not an alarm. σ_z is never taken below 1:
 * weeks cannot vary less than their sampling error. `weeks` hold n answers, their mean and the variance of one answer
 * (`npsSegment`); n = 0 is a gap. The centre is the mean of all answers, SE_i uses the variance of all. `lower` and
 * `upper` of the whole are those of a week with the mean number of answers.
 *
 * Source: Laney 2002, Quality Engineering 14:531 (p′ chart). statistics.md 6.
 */
export function xmrForScores(
	weeks: readonly SegmentMean[],
	{ fewest = 12, baseline }: { fewest?: number; baseline?: number } = {}
): Xmr | NotEstimable {
	const heard = weeks.filter(({ n }) => n > 0);
	if (!weeks.every(({ n, value, variance }) => n >= 0 && variance >= 0 && Number.isFinite(value) && n < Infinity))
		return notEstimable('a week has no number');
	if (heard.length < fewest) return notEstimable(`baseline forming: ${heard.length} of ${fewest} weeks`);

	const forming = weeks.slice(0, baseline ?? weeks.length).filter(({ n }) => n > 0);
	const answers = sumOf(forming, ({ n }) => n);
	const centre = sumOf(forming, ({ n, value }) => n * value) / answers;
	const within = sumOf(forming, ({ n, variance }) => n * variance) / answers;
	if (!(within > 0)) return notEstimable('the figures did not vary, so there is no routine to leave');

	const seOf = (n: number) => Math.sqrt(within / n);
	const z = weeks.map(({ n, value }) => (n > 0 ? (value - centre) / seOf(n) : null));
	const ranges = movingRanges(z.slice(0, baseline ?? z.length)).filter((range) => range !== null);
	if (ranges.length < 2) return notEstimable('too few neighbouring weeks to know what is routine');
	const sigma = Math.max(1, mean(ranges) / d2);
	const signals = signalsIn(z.map((at) => (at === null ? null : at / sigma)));
	const widthAt = (n: number) => 3 * sigma * seOf(n);
	const typicalWidth = widthAt(answers / forming.length);
	const all = movingRanges(weeks.map(({ n, value }) => (n > 0 ? value : null)));
	return shown({
		status: 'ok',
		centre,
		lower: centre - typicalWidth,
		upper: centre + typicalWidth,
		meanMovingRange: (typicalWidth / 3) * d2,
		rangeLimit: (typicalWidth / 3) * d2 * 3.267,
		points: weeks.map(({ n, value }, i) => ({
			value: n > 0 ? value : null,
			movingRange: all[i],
			lower: centre - (n > 0 ? widthAt(n) : typicalWidth),
			upper: centre + (n > 0 ? widthAt(n) : typicalWidth),
			signal: signals[i]
		})),
		baseline: forming.length,
		n: heard.length,
		method: `Laney, σ_z = ${sigma.toFixed(2)}`,
		warnings: forming.length < 17 ? ['limits from few weeks will still move'] : []
	});
}
