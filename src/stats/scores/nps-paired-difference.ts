import { type NotEstimable, notEstimable } from '../estimate.ts';
import { symmetric } from '../inference.ts';
import { mean, variance } from '../arrays/sum.ts';
import { fewestAnswers, isScore, recode, smallSample } from './answers.ts';
import type { NpsChange } from './nps-difference.ts';

/**
 * Change of the NPS of the same customers, in points: the mean of each one's change of −1, 0, 1, with s²/n and
 * Student's t on n − 1. Steadier customers make a narrower interval than two independent samples would.
 * `pairs` holds one customer each. Not estimable below `fewest` customers or for a score outside 0–10.
 */
export function npsPairedDifference(
	pairs: readonly { before: number; after: number }[],
	{ level = 0.95, fewest = fewestAnswers }: { level?: number; fewest?: number } = {}
): NpsChange | NotEstimable {
	const n = pairs.length;
	if (n < Math.max(2, fewest)) return notEstimable(`only ${n} customers answered both times`);
	if (!pairs.every(({ before, after }) => isScore(before) && isScore(after))) {
		return notEstimable('a score is not a whole number from 0 to 10');
	}
	const changes = pairs.map(({ before, after }) => 100 * (recode(after) - recode(before)));
	const se = Math.sqrt(variance(changes) / n);
	const told = symmetric({
		value: mean(changes),
		se,
		n,
		level,
		df: n - 1,
		method: "paired differences, Student's t",
		warnings: [
			...(n < smallSample ? ['small sample'] : []),
			...(se === 0 ? ['every customer changed by the same'] : [])
		],
		assumptions: ['those who answered twice speak for the others']
	});
	if (told.status !== 'ok') return told;
	return { ...told, beyondNoise: se > 0 && (told.low > 0 || told.high < 0) };
}
