import { type Inferred, type NotEstimable, notEstimable } from '../estimate.ts';
import { whyNotLevel } from '../inference.ts';
import { allFinite, isConstant } from '../arrays/checks.ts';
import type { Random } from '../random.ts';
import type { NamedColumns } from '../regression/design.ts';
import { correlation } from './correlation.ts';
import { importanceByDraws, partsOf, ranksOf } from './importance-parts.ts';

export type ImportanceInput = {
	y: readonly number[];
	x: NamedColumns;
	/** the account of a row, for the bootstrap */ cluster?: ArrayLike<string | number>;
};

export type Driver = {
	name: string;
	/** part of R² */
	part: number;
	/** its bootstrap interval; null without a bootstrap */
	interval: Inferred | null;
	/** `part` over R² */
	share: number;
	/** whether the outcome rises (1) or falls (−1) with it, others aside */
	direction: 1 | -1;
	rank: number;
	/** ranks it holds in 95% of the draws; null without a bootstrap */
	ranks: [number, number] | null;
};

export type Importance = { status: 'ok'; r2: number; drivers: Driver[]; n: number; method: string; warnings: string[] };

export type ImportanceOptions = {
	/** `lmg` averages over all orders, up to 16 columns; `johnson` by rotation, any number */
	method?: 'lmg' | 'johnson';
	random?: Random;
	draws?: number;
	level?: number;
};

const mostForLmg = 16;

/**
 * How the explained variance of an outcome divides among drivers that go together.
 *
 * LMG (Shapley): the mean gain of R² over all orders of the drivers. Johnson's relative weights: the same idea by an
 * eigenvector rotation. Parts add to R². With `random` each part has a bootstrap interval (accounts, if `cluster`) and
 * each driver the ranks it may hold. Among near copies one without effect gets half: this is not "what to improve first".
 * Not estimable when the outcome or a driver does not vary, or there are not more rows than drivers.
 *
 * Source: Lindeman, Merenda & Gold 1980; Grömping 2006, JSS 17(1); Johnson 2000, Multivariate Behavioral Research 35:1.
 */
export function relativeImportance(input: ImportanceInput, options: ImportanceOptions = {}): Importance | NotEstimable {
	const names = Object.keys(input.x);
	const { method = names.length > 12 ? 'johnson' : 'lmg', level = 0.95 } = options;
	const rows = input.y.map((y, i) => ({ y, x: names.map((name) => input.x[name][i]), unit: input.cluster?.[i] ?? i }));
	const trouble = whyNotImportance(input, names, method, level);
	if (trouble) return notEstimable(trouble);

	const parts = partsOf(rows, method);
	if (!parts) return notEstimable('the outcome or a driver does not vary');
	const { random, draws } = options;
	const drawn = random && importanceByDraws(rows, names.length, { random, draws, method, level });
	const r2 = parts.reduce((sum, part) => sum + part, 0);
	const ranks = ranksOf(parts);
	const drivers = names.map((name, k): Driver => ({
		name,
		part: parts[k],
		interval: drawn?.intervals[k] ?? null,
		share: r2 > 0 ? parts[k] / r2 : 0,
		direction: (correlation(input.y, Float64Array.from(input.x[name])) ?? 0) < 0 ? -1 : 1,
		rank: ranks[k],
		ranks: drawn?.ranks[k] ?? null
	}));
	return {
		status: 'ok',
		r2,
		drivers,
		n: rows.length,
		method,
		warnings: rows.length < 10 * names.length ? ['fewer than ten rows for each driver'] : []
	};
}

function whyNotImportance(
	{ y, x }: ImportanceInput,
	names: readonly string[],
	method: string,
	level: number
): string | undefined {
	const columns = [y, ...names.map((name) => x[name])];
	if (names.length === 0) return 'there are no drivers';
	if (names.length > mostForLmg && method === 'lmg') return 'more than 16 drivers need the method johnson';
	if (y.length <= names.length + 1) return 'too few rows for so many drivers';
	if (columns.some((column) => column.length !== y.length || !allFinite(column))) return 'a row has a missing number';
	if (columns.some((column) => isConstant(column))) return 'the outcome or a driver does not vary';
	return whyNotLevel(level);
}
