import { type Inference, type NotEstimable, notEstimable } from '../estimate.ts';
import { criticalValue, whyNotLevel, withLimits } from '../inference.ts';
import { fewestAnswers, isScore, recode, smallSample } from '../scores/answers.ts';
import { sum, sumOf } from '../arrays/sum.ts';
import { type Design, designVariance } from './design-variance.ts';
import { effectiveSize } from './effective.ts';
import { tooFewFor } from '../scores/too-few.ts';

export type WeightedAnswers = Design & { scores: readonly number[]; weights: readonly number[] };

/** `nEff` answers of equal weight would know as much; `designEffect` = n / nEff by Kish. */
export type WeightedNps = Inference & { nEff: number; designEffect: number };

/**
 * Weighted NPS, 100 · Σ w x / Σ w with x = −1, 0, 1, for answers that stand for different numbers of customers.
 *
 * `se` is linearised: √(Σ_h n_h/(n_h−1) Σ (z − z̄)²), z = w(x − θ)/Σw, over units within strata where given, which is
 * R survey's svymean. The interval is the adjusted Wald one on nEff · weighted shares; no published reference for NPS,
 * so its method says "approximate". Not estimable below `fewest` answers, for negative weights or weights that are all 0.
 *
 * Source: Lumley 2010; Korn & Graubard 1998 for the effective size; Kish 1965. statistics.md 1.3.
 */
export function npsWeighted(
	{ scores, weights, ...design }: WeightedAnswers,
	{ level = 0.95, fewest = fewestAnswers }: { level?: number; fewest?: number } = {}
): WeightedNps | NotEstimable {
	const trouble = whyNotWeighted(scores, weights, fewest) ?? whyNotLevel(level);
	if (trouble) return notEstimable(trouble);

	const n = scores.length;
	const total = sum(weights);
	const share = (group: number) => sumOf(scores.keys(), (i) => (recode(scores[i]) === group ? weights[i] : 0)) / total;
	const [p, d] = [share(1), share(-1)];
	const residuals = scores.map((score, i) => (weights[i] * (recode(score) - (p - d))) / total);
	const spread = designVariance(residuals, design);
	const variance = p + d - (p - d) ** 2;
	const kish = effectiveSize(weights);
	const designed = design.strata !== undefined || design.clusters !== undefined;
	const nEff = designed && spread.variance > 0 ? Math.min(n, variance / spread.variance) : kish;
	const { centre, margin } = adjustedAt({ p, d, nEff }, criticalValue(level));

	const told = withLimits({
		value: 100 * (p - d),
		low: Math.max(-100, Math.min(100 * (p - d), 100 * (centre - margin))),
		high: Math.min(100, Math.max(100 * (p - d), 100 * (centre + margin))),
		se: 100 * Math.sqrt(spread.variance),
		n,
		nEff,
		clusters: spread.units,
		level,
		method: 'weighted adjusted Wald, approximate',
		warnings: warningsOf({ nEff, kish, n, lonely: spread.lonely }),
		assumptions: ['within each cell, those who answered speak for those who did not']
	});
	if (told.status !== 'ok') return told;
	return { ...told, nEff, designEffect: n / kish };
}

/** Why these answers cannot be weighted, or undefined. */
function whyNotWeighted(scores: readonly number[], weights: readonly number[], fewest: number): string | undefined {
	if (scores.length !== weights.length) return 'each answer needs one weight';
	if (scores.length < Math.max(2, fewest)) return tooFewFor('a score', scores.length);
	if (!scores.every(isScore)) return 'a score is not a whole number from 0 to 10';
	if (!weights.every((w) => Number.isFinite(w) && w >= 0)) return 'a weight is missing or negative';
	if (!(sum(weights) > 0)) return 'no answer carries weight';
	return undefined;
}

function adjustedAt({ p, d, nEff }: { p: number; d: number; nEff: number }, z: number) {
	const size = nEff + 3;
	const [up, down] = [(p * nEff + 0.75) / size, (d * nEff + 0.75) / size];
	return { centre: up - down, margin: z * Math.sqrt((up + down - (up - down) ** 2) / size) };
}

function warningsOf({ nEff, kish, n, lonely }: { nEff: number; kish: number; n: number; lonely: number }): string[] {
	return [
		...(nEff < smallSample ? ['small sample'] : []),
		...(n / kish > 2 ? ['a few answers carry most of the weight'] : []),
		...(lonely > 0 ? ['a stratum has a single unit'] : [])
	];
}
