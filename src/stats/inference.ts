import { type Inference, type Inferred, type NotEstimable, notEstimable } from './estimate.ts';
import { allFinite } from './arrays/checks.ts';
import { normalQuantile, normalTwoSided } from './distributions/normal.ts';
import { studentTQuantile, studentTTwoSided } from './distributions/student-t.ts';

export type Level = { level?: number };

type Told = Omit<Inference, 'status' | 'low' | 'high' | 'warnings' | 'assumptions'> & {
	warnings?: readonly string[];
	assumptions?: readonly string[];
};

/** The reason given wherever numbers overflow or contain something that is not a number. */
export const notNumbers = 'some of the figures are missing or too large to compute with';

/** Why a coverage is none: it lies strictly between 0 and 1. */
export const whyNotLevel = (level: number): string | undefined =>
	level > 0 && level < 1 ? undefined : 'the level of an interval lies between 0 and 1';

/** Quantiles take a search each, and a page asks for the same few again and again. */
const criticalValues = new Map<string, number>();
const mostKept = 10_000;

/** The factor on the standard error of a two-sided interval: 1.96 at 95%; Student's with `df` degrees of freedom. */
export function criticalValue(level: number, df = Infinity): number {
	const key = `${level} ${df}`;
	let value = criticalValues.get(key);
	if (value === undefined) {
		const upper = (1 - level) / 2;
		value = df === Infinity ? -normalQuantile(upper) : -studentTQuantile(upper, df);
		if (criticalValues.size >= mostKept) criticalValues.clear();
		criticalValues.set(key, value);
	}
	return value;
}

/** An inference with the limits given; not estimable when its level is none or a number in it is not finite. */
export function withLimits(told: Told & { low: number; high: number }): Inferred {
	const trouble = whyNotLevel(told.level) ?? (holdsNumbers(told) ? undefined : notNumbers);
	if (trouble) return notEstimable(trouble);
	return { warnings: [], assumptions: [], ...told, status: 'ok' };
}

/**
 * value ± factor · se with its two-sided test against 0: normal, or Student's t when `df` is given.
 * A standard error of 0 leaves the test out, since nothing can be tested without variation.
 */
export function symmetric(told: Told): Inferred {
	const { value, se, level, df } = told;
	const margin = criticalValue(level, df) * se;
	return withLimits({ ...told, ...waldTest(value, se, df), low: value - margin, high: value + margin });
}

/** The same without its test: a mean or a rate of 0 is no hypothesis. */
export function untested(told: Told): Inferred {
	const tested = symmetric(told);
	if (tested.status !== 'ok') return tested;
	const { statistic: _statistic, p: _p, ...rest } = tested;
	return rest;
}

/** An estimate on the logarithm as a ratio: its exponential, with the exponentials of its limits. */
export function exponentiated(logarithm: Inferred, method: string): Inferred {
	if (logarithm.status !== 'ok') return logarithm;
	const { value, low, high, se } = logarithm;
	const ratio = { value: Math.exp(value), low: Math.exp(low), high: Math.exp(high), se: Math.exp(value) * se };
	return withLimits({ ...logarithm, ...ratio, method });
}

/** Wald's test of value = 0. */
export function waldTest(value: number, se: number, df = Infinity): { statistic?: number; p?: number } {
	if (!(se > 0)) return {};
	const statistic = value / se;
	return { statistic, p: df === Infinity ? normalTwoSided(statistic) : studentTTwoSided(statistic, df) };
}

/** The result itself, or silence when a number anywhere in it has overflowed or is none. */
export function shown<Result extends object>(result: Result): Result | NotEstimable {
	return holdsNumbers(result) ? result : notEstimable(notNumbers);
}

function holdsNumbers(value: unknown): boolean {
	if (typeof value === 'number') return Number.isFinite(value);
	if (value === null || typeof value !== 'object') return true;
	if (value instanceof Float64Array) return allFinite(value);
	return Object.values(value).every(holdsNumbers);
}
