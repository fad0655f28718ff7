import { type NotEstimable, notEstimable } from '../estimate.ts';
import { cholesky, choleskySolve, quadraticForm } from '../linear/cholesky.ts';
import { chiSquaredUpper } from '../distributions/chi-squared.ts';
import { addSpread, forEachLeaver, predictors, squared, type Ties } from './cox-likelihood.ts';
import type { CoxRows } from './cox-rows.ts';
import { walkDeaths } from './cox-walk.ts';
import type { ChiSquaredTest } from './log-rank.ts';
import { productLimit } from './product-limit.ts';
import { riskTable } from './risk-table.ts';

export type Proportionality = { status: 'ok'; columns: Record<string, ChiSquaredTest>; global: ChiSquaredTest };

/**
 * Do hazard ratios stay the same over time? Score test of adding x · g(t) to the model for each column, and for all, with
 * g(t) = 1 − S(t−) of everyone's Kaplan-Meier. A small p says that the one number does not hold for all times.
 *
 * Source: Grambsch & Therneau 1994; the exact form of R's cox.zph since survival 3.0.
 */
export function proportionality(
	rows: CoxRows,
	beta: Float64Array,
	kept: readonly number[],
	ties: Ties
): Proportionality | NotEstimable {
	const { p } = rows;
	const { eta, risk } = predictors(rows, beta);
	const g = lifetimeShare(rows);
	const score = new Float64Array(p);
	const [plain, crossed, double] = [0, 1, 2].map(() => new Float64Array((p * (p + 1)) / 2));
	walkDeaths(rows, eta, risk, (at) => {
		const weight = g(at.time);
		for (let a = 0; a < p; a++) score[a] += weight * at.x[a];
		forEachLeaver(at, ties, (leaver) => {
			for (let a = 0; a < p; a++) score[a] -= weight * leaver.weight * leaver.mean[a];
			addSpread(plain, at, leaver);
			addSpread(crossed, at, leaver, weight);
			addSpread(double, at, leaver, weight ** 2);
		});
	});
	const inner = (triangle: Float64Array) => {
		const whole = squared(triangle, p);
		return kept.map((a) => Float64Array.from(kept, (b) => whole[a][b]));
	};
	return testsOf(
		kept.map((a) => rows.names[a]),
		Float64Array.from(kept, (a) => score[a]),
		[plain, crossed, double].map(inner)
	);
}

/** Score tests with the information of the coefficients taken out: I_gg − I_gb I_bb⁻¹ I_bg. */
function testsOf(
	names: readonly string[],
	u: Float64Array,
	[bb, bg, gg]: Float64Array[][]
): Proportionality | NotEstimable {
	const factor = cholesky(bb);
	const solved = bg.map((row) => choleskySolve(factor, row));
	const left = gg.map((row, a) =>
		row.map((value, b) => value - bg[a].reduce((sum, x, k) => sum + x * solved[b][k], 0))
	);
	const all = quadraticForm(u, left);
	if (!all) return notEstimable('too few times at which customers left to judge change over time');
	const test = (statistic: number, df: number): ChiSquaredTest => ({
		statistic,
		df,
		p: chiSquaredUpper(statistic, df)
	});
	const single = (a: number) => test(left[a][a] > 1e-12 * gg[a][a] ? u[a] ** 2 / left[a][a] : 0, 1);
	return {
		status: 'ok',
		columns: Object.fromEntries(names.map((name, a) => [name, single(a)])),
		global: test(all.value, all.rank)
	};
}

/** 1 − S(t−): the share of all customers gone before t, whatever their stratum. */
function lifetimeShare({ time, entry, event, n }: CoxRows): (t: number) => number {
	const table = riskTable({ time, entry, event, size: new Float64Array(n).fill(1) });
	const { survival } = productLimit(table);
	const before = new Map(Array.from(table.times, (t, j) => [t, j > 0 ? 1 - survival[j - 1] : 0]));
	return (t) => before.get(t) ?? 0;
}
