import type { Estimate, NotEstimable } from '#stats/estimate.ts';
import { notEstimable } from '#stats/estimate.ts';
import { mean, sum } from '#stats/arrays/sum.ts';
import { criticalValue } from '#stats/inference.ts';
import { whyNotAnsweredAlike, whyNotFollowedAlike } from './alike.ts';
import { whyNotCompared } from './difference.ts';

/** Two effects of the same draw: their values, variances and covariance; `df` degrees of freedom. */
export type TwoEffects = {
	money: number;
	score: number;
	vMoney: number;
	vScore: number;
	covariance: number;
	df: number;
};

/**
 * Money per point: the effect on money over the effect on the score (Wald's ratio), with Fieller's interval: all ratios θ
 * for which money − θ · score cannot be told from 0. It has an end on both sides only where the score moved beyond noise;
 * otherwise nothing is told, since a ratio to what may be nothing may be anything.
 *
 * Source: Wald 1940; Fieller 1954, J. R. Statist. Soc. B 16:175; statistics.md 7.2.
 */
export function moneyPerPoint(
	{ money, score, vMoney, vScore, covariance, df }: TwoEffects,
	n: number
): Estimate | NotEstimable {
	const t = criticalValue(0.95, df);
	const lead = score ** 2 - t ** 2 * vScore;
	if (!(lead > 0)) return notEstimable('the score did not move beyond noise');
	const middle = money * score - t ** 2 * covariance;
	const root = Math.sqrt(Math.max(0, middle ** 2 - lead * (money ** 2 - t ** 2 * vMoney)));
	return { status: 'ok', value: money / score, low: (middle - root) / lead, high: (middle + root) / lead, n };
}

/** A customer of a draw afterwards: what they paid, what they had paid before, and their mean answer, if they gave any. */
export type Followed = { unit: string; gets: boolean; paid: number; before: number; score: number | null };

/**
 * Both effects of a draw with what they share, from how each account pulls them: differences of means, money at equal
 * revenue before. Who did not answer tells of money alone.
 */
export function twoEffects(rows: readonly Followed[]): TwoEffects | NotEstimable {
	const answered = rows.filter(({ score }) => score !== null);
	const trouble = whyNotCompared(answered);
	if (trouble) return notEstimable(`of those who answered: ${trouble}`);
	const uneven = whyNotAnsweredAlike(rows);
	if (uneven) return notEstimable(uneven);
	const slope = slopeWithin(rows);
	const money = pulls(rows, ({ paid, before }) => paid - slope * before);
	const score = pulls(answered, ({ score }) => score!);
	const units = new Set([...money.byUnit.keys()]);
	const g = units.size;
	const shared = (a: Map<string, number>, b: Map<string, number>) =>
		(g / (g - 1)) * sum([...units].map((unit) => (a.get(unit) ?? 0) * (b.get(unit) ?? 0)));
	return {
		money: money.value,
		score: score.value,
		vMoney: shared(money.byUnit, money.byUnit),
		vScore: shared(score.byUnit, score.byUnit),
		covariance: shared(money.byUnit, score.byUnit),
		df: g - 1
	};
}

/** What a draw has shown a point to be worth: `got` of its `members` got it, of whom some may be gone since. */
export function pricedBy(rows: readonly Followed[], drawn: { got: number; members: number }): Estimate | NotEstimable {
	const gone = whyNotFollowedAlike(rows, drawn);
	if (gone) return notEstimable(gone);
	const effects = twoEffects(rows);
	return 'status' in effects ? effects : moneyPerPoint(effects, rows.length);
}

/** The slope of what was paid after on what was paid before, within the groups; 0 where nobody differs. */
function slopeWithin(rows: readonly Followed[]): number {
	let [xy, xx] = [0, 0];
	for (const gets of [true, false]) {
		const group = rows.filter((row) => row.gets === gets);
		const [x, y] = [mean(group.map(({ before }) => before)), mean(group.map(({ paid }) => paid))];
		for (const { before, paid } of group) {
			xy += (before - x) * (paid - y);
			xx += (before - x) ** 2;
		}
	}
	return xx > 0 ? xy / xx : 0;
}

/** A difference of means, and the part of it that each account carries. */
function pulls(
	rows: readonly Followed[],
	of: (row: Followed) => number
): { value: number; byUnit: Map<string, number> } {
	const byUnit = new Map<string, number>();
	const means = [false, true].map((gets) => {
		const group = rows.filter((row) => row.gets === gets);
		const centre = mean(group.map(of));
		const sign = gets ? 1 : -1;
		for (const row of group)
			byUnit.set(row.unit, (byUnit.get(row.unit) ?? 0) + (sign * (of(row) - centre)) / group.length);
		return centre;
	});
	return { value: means[1] - means[0], byUnit };
}
