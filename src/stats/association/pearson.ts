import { type Inferred, notEstimable } from '../estimate.ts';
import { criticalValue, whyNotLevel, type Level, withLimits } from '../inference.ts';
import { allFinite } from '../arrays/checks.ts';
import { studentTTwoSided } from '../distributions/student-t.ts';
import { correlation } from './correlation.ts';

/**
 * Pearson's correlation of pairs, Fisher's interval tanh(atanh r ± z/√(n − 3)), t test on n − 2. Not estimable for lists
 * of unequal length, fewer than four pairs, or a list that does not vary.
 */
export function pearson(x: readonly number[], y: readonly number[], { level = 0.95 }: Level = {}): Inferred {
	const trouble = whyNotPairs(x, y, level);
	if (trouble) return notEstimable(trouble);
	return correlationInference(correlation(x, y), {
		n: x.length,
		held: 0,
		level,
		method: 'Pearson, Fisher interval',
		assumptions: ['both run together in a straight line']
	});
}

/** Why two lists are no pairs, or undefined. */
export function whyNotPairs(x: readonly number[], y: readonly number[], level: number): string | undefined {
	if (x.length !== y.length) return 'each pair needs two numbers';
	if (!allFinite(x) || !allFinite(y)) return 'a pair has a missing number';
	return whyNotLevel(level);
}

type Told = {
	n: number;
	/** columns held constant */ held: number;
	level: number;
	method: string;
	assumptions: string[];
	p?: number;
	/** of atanh r; 1/√(n − held − 3) by default */ spread?: number;
};

/** r with Fisher's interval and its t test on n − 2 − held degrees of freedom. */
export function correlationInference(
	found: number | null,
	{ n, held, level, method, assumptions, p, spread }: Told
): Inferred {
	if (found === null) return notEstimable('one of the two does not vary');
	const free = n - held - 3;
	if (free < 1) return notEstimable('too few pairs to know their correlation');
	const exact = 1 - Math.abs(found) < 1e-14;
	const r = exact ? Math.sign(found) : found;
	const df = n - 2 - held;
	const margin = criticalValue(level) * (spread ?? 1 / Math.sqrt(free));
	const statistic = r * Math.sqrt(df / (1 - r * r));
	return withLimits({
		value: r,
		low: exact ? r : Math.tanh(Math.atanh(r) - margin),
		high: exact ? r : Math.tanh(Math.atanh(r) + margin),
		se: Math.sqrt((1 - r * r) / df),
		n,
		level,
		df,
		p: p ?? (exact ? 0 : studentTTwoSided(statistic, df)),
		...(exact ? {} : { statistic }),
		method,
		warnings: [...(n < 30 ? ['small sample'] : []), ...(exact ? ['one follows the other exactly'] : [])],
		assumptions
	});
}
