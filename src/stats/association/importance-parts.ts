import type { Random } from '../random.ts';
import { bootstrapSeveral } from '../resampling/bootstrap.ts';
import { correlationMatrix } from './correlation-matrix.ts';
import { johnsonWeights } from './johnson-weights.ts';
import { lmgWeights } from './lmg-weights.ts';

export type Row = { y: number; x: number[]; unit: string | number };

type DrawOptions = { random: Random; draws?: number; level: number; method: 'lmg' | 'johnson' };

/** Parts of R² in the order of the columns; undefined when something does not vary in these rows. */
export function partsOf(rows: readonly Row[], method: 'lmg' | 'johnson'): number[] | undefined {
	const p = rows[0].x.length;
	const columns = Array.from({ length: p + 1 }, () => new Float64Array(rows.length));
	rows.forEach(({ x, y }, i) => {
		for (let k = 0; k < p; k++) columns[k][i] = x[k];
		columns[p][i] = y;
	});
	const all = correlationMatrix(columns);
	if (!all) return undefined;
	const r = all.slice(0, p).map((row) => row.slice(0, p));
	return (method === 'lmg' ? lmgWeights : johnsonWeights)(r, all[p].slice(0, p));
}

/** 1 for the largest part. */
export const ranksOf = (parts: readonly number[]) =>
	parts.map((part) => 1 + parts.filter((other) => other > part).length);

/** Each part and each rank as a statistic of the same draws. */
export function importanceByDraws(rows: readonly Row[], p: number, options: DrawOptions) {
	const { random, draws = 1_000, level, method } = options;
	const statistics = (drawn: readonly Row[]) => {
		const parts = partsOf(drawn, method);
		return parts ? [...parts, ...ranksOf(parts)] : new Array<number>(2 * p).fill(NaN);
	};
	const told = bootstrapSeveral(rows, statistics, { random, draws, level, clusterOf: ({ unit }) => unit });
	const ranks = told
		.slice(p)
		.map((one): [number, number] | null => (one.status === 'ok' ? [Math.round(one.low), Math.round(one.high)] : null));
	return { intervals: told.slice(0, p), ranks };
}
