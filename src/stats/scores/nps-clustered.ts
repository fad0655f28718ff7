import { type Inferred, notEstimable } from '../estimate.ts';
import { symmetric } from '../inference.ts';
import { codes, totals } from '../arrays/group.ts';
import { mean, sumOf } from '../arrays/sum.ts';
import { fewestAnswers, isScore, recode } from './answers.ts';
import { tooFewFor } from './too-few.ts';

/** Fewer customers than this make a clustered standard error too small. */
const fewClusters = 30;

/**
 * NPS when one customer may answer several times and every answer counts (transactional surveys).
 * SE = 100/n · √( G/(G−1) · Σ_c (Σ_{i∈c} (xᵢ − x̄))² ) over G customers, Student's t on G − 1, clipped to ±100.
 * Not estimable for one customer, below `fewest` answers, or for a score outside 0–10. Source: definitions.md 5.1.
 */
export function npsClustered(
	answers: readonly { score: number; customer: string | number }[],
	{ level = 0.95, fewest = fewestAnswers }: { level?: number; fewest?: number } = {}
): Inferred {
	const n = answers.length;
	if (n === 0 || n < fewest) return notEstimable(tooFewFor('a score', n));
	if (!answers.every(({ score }) => isScore(score))) return notEstimable('a score is not a whole number from 0 to 10');

	const { labels, of } = codes(answers.map(({ customer }) => customer));
	const clusters = labels.length;
	if (clusters < 2) return notEstimable('all answers come from one customer');

	const coded = answers.map(({ score }) => recode(score));
	const centre = mean(coded);
	const deviations = totals(
		of,
		clusters,
		coded.map((x) => x - centre)
	);
	const se = (100 / n) * Math.sqrt((clusters / (clusters - 1)) * sumOf(deviations, (d) => d * d));
	const told = symmetric({
		value: 100 * centre,
		se,
		n,
		level,
		df: clusters - 1,
		clusters,
		method: 'clustered by customer',
		warnings: clusters < fewClusters ? ['few customers'] : [],
		assumptions: ['customers answer independently of one another']
	});
	if (told.status !== 'ok') return told;
	return { ...told, low: Math.max(-100, told.low), high: Math.min(100, told.high) };
}
