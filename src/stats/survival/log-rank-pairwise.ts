import { benjaminiHochberg } from '../monitoring/benjamini-hochberg.ts';
import { type GroupedFollowUp, type LogRank, logRank, type LogRankOptions } from './log-rank.ts';
import type { NotEstimable } from '../estimate.ts';

/** The test of two groups; `q` its p adjusted for all pairs tested together. */
export type PairOfGroups = { first: string; second: string; test: LogRank | NotEstimable; q: number | null };

/** Which groups differ: the log-rank test of each pair, with Benjamini-Hochberg over all pairs. */
export function logRankPairwise(
	rows: readonly GroupedFollowUp[],
	options: Pick<LogRankOptions, 'rho'> = {}
): PairOfGroups[] {
	const groups = [...new Set(rows.map(({ group }) => group))];
	const pairs = groups.flatMap((first, i) => groups.slice(i + 1).map((second) => ({ first, second })));
	const tests = pairs.map(({ first, second }) =>
		logRank(
			rows.filter(({ group }) => group === first || group === second),
			options
		)
	);
	const adjusted = benjaminiHochberg(tests.map((test) => (test.status === 'ok' ? test.p : null)));
	return pairs.map((pair, k) => ({ ...pair, test: tests[k], q: adjusted[k] }));
}
