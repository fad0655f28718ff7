import { type Inferred, type NotEstimable, notEstimable } from '../estimate.ts';
import { untested, shown } from '../inference.ts';
import type { Random } from '../random.ts';
import { bootstrap } from '../resampling/bootstrap.ts';
import { proportion } from '../shares/proportion.ts';
import { sum, sumOf } from '../arrays/sum.ts';
import { ratioOf } from './ratio.ts';

/** Revenue of one customer in two periods, on the same recurring basis, at constant currency; refunds negative. */
export type AccountRevenue = { before: number; after: number };

export type Retention = {
	status: 'ok';
	/** net revenue retention Σ after / Σ before */
	nrr: Inferred;
	/** gross revenue retention Σ min(after, before), never below 0 an account, / Σ before */
	grr: Inferred;
	/** share of customers still paying */
	logo: Inferred;
	/** shares of the base: nrr = 1 + expansion − contraction − churn − refunds, grr = 1 − contraction − churn */
	expansion: number;
	contraction: number;
	churn: number;
	refunds: number;
	n: number;
	baseRevenue: number;
	/** accounts without revenue before: new, returned or free; in neither side of any ratio */
	outsideBase: number;
	warnings: string[];
};

export type RetentionOptions = {
	level?: number;
	/** draws accounts for the interval instead of linearising */ random?: Random;
	draws?: number;
};

/**
 * How much revenue, and how many, of the customers who paid before are still here: NRR, GRR and logo retention over the
 * same cohort, new and returned customers excluded.
 *
 * Intervals of NRR and GRR are linearised (a ratio of sums), or drawn over accounts when `random` is given, which is
 * better where a few accounts are large; of logo retention Wilson's. Not estimable when nobody paid before.
 *
 * Source: definitions.md 5.5, 5.6.
 */
export function retention(
	accounts: readonly AccountRevenue[],
	{ level = 0.95, random, draws }: RetentionOptions = {}
): Retention | NotEstimable {
	if (!accounts.every(({ before, after }) => Number.isFinite(before) && Number.isFinite(after)))
		return notEstimable('an account has no amount');
	const base = accounts.filter(({ before }) => before > 0);
	const baseRevenue = sumOf(base, ({ before }) => before);
	if (base.length === 0) return notEstimable('nobody paid in the period before');
	if (!(baseRevenue < Infinity)) return notEstimable('the amounts are too large to compute with');

	const share = (of: (account: AccountRevenue) => number) => sumOf(base, of) / baseRevenue;
	const largest = base.reduce((most, { before }) => Math.max(most, before), 0);
	const ratio = (of: (account: AccountRevenue) => number) => ratioWithInterval(base, of, { level, random, draws });
	return shown({
		status: 'ok',
		nrr: ratio(({ after }) => after),
		grr: ratio(({ before, after }) => Math.max(0, Math.min(after, before))),
		logo: proportion({ count: base.filter(({ after }) => after > 0).length, n: base.length }, { level }),
		expansion: share(({ before, after }) => Math.max(0, after - before)),
		contraction: share(({ before, after }) => (after > 0 ? Math.max(0, before - after) : 0)),
		churn: share(({ before, after }) => (after > 0 ? 0 : before)),
		refunds: share(({ after }) => Math.max(0, -after)),
		n: base.length,
		baseRevenue,
		outsideBase: accounts.length - base.length,
		warnings: largest > 0.2 * baseRevenue ? ['one account carries more than a fifth of the revenue'] : []
	});
}

function ratioWithInterval(
	base: readonly AccountRevenue[],
	of: (account: AccountRevenue) => number,
	{ level, random, draws }: { level: number; random?: Random; draws?: number }
): Inferred {
	if (base.length === 1) return notEstimable('a single account has no interval');
	if (random)
		return bootstrap(base, (drawn) => sum(drawn.map(of)) / sumOf(drawn, ({ before }) => before), {
			level,
			random,
			draws
		});

	const { value, se } = ratioOf(
		base.map(of),
		base.map(({ before }) => before)
	);
	return untested({
		value,
		se,
		n: base.length,
		level,
		df: base.length - 1,
		method: 'ratio of sums, linearised',
		warnings: base.length < 30 ? ['small sample'] : [],
		assumptions: ['accounts are independent of one another', 'no account dwarfs the others']
	});
}
