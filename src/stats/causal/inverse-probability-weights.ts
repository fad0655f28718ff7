import { type Inferred, type NotEstimable, notEstimable } from '../estimate.ts';
import type { Level } from '../inference.ts';
import { sum } from '../arrays/sum.ts';
import { allFinite, largest, smallest } from '../arrays/checks.ts';
import type { NamedColumns } from '../regression/design.ts';
import { logit } from '../regression/logit.ts';
import { effectiveSize } from '../weighting/effective.ts';
import { type Balance, balanceOf, balanceWarnings } from './balance.ts';
import { weightedEffect } from './weighted-effect.ts';

export type Estimand = 'ATT' | 'ATE';

export type Exposure = {
	/** who had the programme (true, 1) */
	treated: ArrayLike<boolean | number>;
	/** what may have decided it */
	x: NamedColumns;
	/** what came of it, to estimate the effect */
	outcome?: ArrayLike<number>;
};

export type Weighting = {
	status: 'ok';
	propensity: Float64Array;
	/** summing to 1 in each group */
	weights: Float64Array;
	overlap: { treated: [number, number]; comparison: [number, number] };
	nEff: { treated: number; comparison: number };
	/** the largest share one comparison customer has */
	largest: number;
	balance: Balance[];
	effect?: Inferred;
	n: number;
	warnings: string[];
};

/**
 * Weights that make those without the programme resemble those with it (ATT: 1 and e/(1−e)) or both resemble everyone
 * (ATE: 1/e and 1/(1−e)), e the chance of treatment from a logit on `x`; normalised in each group (Hájek).
 *
 * With `outcome` also the effect, its standard error allowing for e being estimated. Shows overlap, effective sizes and
 * balance. Refuses when x decides treatment outright, and when a group is missing. Removes only what x measures.
 *
 * Source: Rosenbaum & Rubin 1983; Lunceford & Davidian 2004 for the standard error. statistics.md 5.
 */
export function inverseProbabilityWeights(
	{ treated, x, outcome }: Exposure,
	{ level = 0.95, estimand = 'ATT' }: Level & { estimand?: Estimand } = {}
): Weighting | NotEstimable {
	const t = Float64Array.from(treated, (value) => (value ? 1 : 0));
	if (outcome && (outcome.length !== t.length || !allFinite(outcome))) return notEstimable('an outcome is missing');
	const model = logit({ y: t, x });
	if (model.status !== 'ok') return notEstimable(`the programme cannot be compared: ${model.reason}`);

	const e = model.fitted;
	const raw = t.map((own, i) => rawWeight(own, e[i], estimand));
	const group = (own: number) => (list: Float64Array) => list.filter((_, i) => t[i] === own);
	const [ofTreated, ofOthers] = [group(1), group(0)];
	const totals = [sum(ofOthers(raw)), sum(ofTreated(raw))];
	const weights = raw.map((w, i) => w / totals[t[i]]);
	const balance = balanceOf(x, treated, weights);
	const nEff = { treated: effectiveSize([...ofTreated(weights)]), comparison: effectiveSize([...ofOthers(weights)]) };
	const heaviest = largest(ofOthers(weights));
	const warnings = [
		...balanceWarnings(balance),
		...(heaviest > 0.1 ? ['one customer carries more than a tenth of the comparison'] : []),
		...(nEff.comparison < 30 ? ['the comparison rests on few customers'] : [])
	];
	return {
		status: 'ok',
		propensity: e,
		weights,
		overlap: { treated: range(ofTreated(e)), comparison: range(ofOthers(e)) },
		nEff,
		largest: heaviest,
		balance,
		...(outcome
			? {
					effect: weightedEffect({
						t,
						e,
						raw,
						outcome: Float64Array.from(outcome),
						x,
						estimand,
						level,
						warnings,
						nEff: nEff.comparison
					})
				}
			: {}),
		n: t.length,
		warnings
	};
}

function rawWeight(treated: number, e: number, estimand: Estimand): number {
	if (estimand === 'ATT') return treated ? 1 : e / (1 - e);
	return treated ? 1 / e : 1 / (1 - e);
}

const range = (list: Float64Array): [number, number] => [smallest(list), largest(list)];
