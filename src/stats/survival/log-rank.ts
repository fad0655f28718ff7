import { type NotEstimable, notEstimable } from '../estimate.ts';
import { codes } from '../arrays/group.ts';
import { chiSquaredUpper } from '../distributions/chi-squared.ts';
import { quadraticForm } from '../linear/cholesky.ts';
import { followed, type FollowUp } from './follow-up.ts';
import { addLogRank, type LogRankSums } from './log-rank-sums.ts';
import { riskTable } from './risk-table.ts';

export type GroupedFollowUp = FollowUp & { group: string; stratum?: string };

export type ChiSquaredTest = { statistic: number; df: number; p: number };

export type LogRank = ChiSquaredTest & {
	status: 'ok';
	groups: { group: string; n: number; observed: number; expected: number }[];
	/** the test for groups in order (detractor, passive, promoter), when `scores` are given */
	trend?: (ChiSquaredTest & { z: number }) | NotEstimable;
	n: number;
	events: number;
	method: string;
	warnings: string[];
};

export type LogRankOptions = {
	/** 0 weighs all times alike; 1 is Peto & Peto's weight S(t−), early differences first */
	rho?: number;
	/** a number for each group, for the trend: { detractor: 0, passive: 1, promoter: 2 } */
	scores?: Readonly<Record<string, number>>;
};

/**
 * Do groups leave at different rates? U_g = Σ w (O − E), V the hypergeometric covariance, χ² = U′V⁻U on one degree less
 * than the groups with expected events; summed over strata where rows carry one. With `scores` also the trend
 * (s′U)²/(s′Vs) on one degree, sharper where groups have an order. Blind to curves that cross: compare restricted means
 * then. Not estimable without events or with fewer than two groups at risk together.
 *
 * Source: Mantel 1966; Harrington & Fleming 1982; R survival's survdiff. statistics.md 3.2.
 */
export function logRank(
	rows: readonly GroupedFollowUp[],
	{ rho = 0, scores }: LogRankOptions = {}
): LogRank | NotEstimable {
	const spells = followed(rows);
	if (spells.status !== 'ok') return spells;
	if (spells.events === 0) return notEstimable('nobody has left yet');
	const { labels, of } = codes(spells.rows.map(({ group }) => group));
	if (labels.length < 2) return notEstimable('there is only one group');

	const sums = overStrata(spells, of, labels.length, rho);
	const test = quadraticForm(sums.u, sums.v);
	if (!test) return notEstimable('the groups were never at risk together');
	const customers = (g: number) => spells.rows.reduce((n, { count = 1 }, i) => n + (of[i] === g ? count : 0), 0);
	return {
		status: 'ok',
		...chiSquared(test.value, test.rank),
		groups: labels.map((group, g) => ({
			group,
			n: customers(g),
			observed: sums.observed[g],
			expected: sums.expected[g]
		})),
		...(scores ? { trend: trendOf(sums, labels, scores) } : {}),
		n: spells.n,
		events: spells.events,
		method: rho === 0 ? 'log-rank' : `log-rank, rho = ${rho}`,
		warnings: sums.expected.some((e) => e < 5) ? ['a group has fewer than five expected to leave'] : []
	};
}

type Spelled = Exclude<ReturnType<typeof followed<GroupedFollowUp>>, NotEstimable>;

function overStrata(spells: Spelled, of: Int32Array, groups: number, rho: number): LogRankSums {
	const sums: LogRankSums = {
		u: new Float64Array(groups),
		v: Array.from({ length: groups }, () => new Float64Array(groups)),
		observed: new Float64Array(groups),
		expected: new Float64Array(groups)
	};
	const strata = codes(spells.rows.map(({ stratum = '' }) => stratum));
	const members: number[][] = strata.labels.map(() => []);
	strata.of.forEach((s, i) => members[s].push(i));
	for (const inside of members) {
		const pick = (column: Float64Array) => Float64Array.from(inside, (i) => column[i]);
		const part = {
			time: pick(spells.time),
			entry: pick(spells.entry),
			size: pick(spells.size),
			event: Uint8Array.from(inside, (i) => spells.event[i])
		};
		const table = riskTable(
			part,
			inside.map((i) => of[i]),
			groups
		);
		addLogRank(sums, table, rho);
	}
	return sums;
}

const chiSquared = (statistic: number, df: number): ChiSquaredTest => ({
	statistic,
	df,
	p: chiSquaredUpper(statistic, df)
});

function trendOf({ u, v }: LogRankSums, labels: readonly string[], scores: Readonly<Record<string, number>>) {
	const s = labels.map((label) => scores[label]);
	if (!s.every((x) => Number.isFinite(x))) return notEstimable('a group has no place in the order');
	const along = s.reduce((sum, x, g) => sum + x * u[g], 0);
	const spread = s.reduce((sum, x, g) => sum + s.reduce((row, y, h) => row + x * y * v[g][h], 0), 0);
	if (!(spread > 1e-12)) return notEstimable('the order puts all groups in the same place');
	return { ...chiSquared(along ** 2 / spread, 1), z: along / Math.sqrt(spread) };
}
