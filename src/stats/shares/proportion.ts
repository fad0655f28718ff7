import { type Inferred, notEstimable } from '../estimate.ts';
import { criticalValue, whyNotLevel, withLimits } from '../inference.ts';
import { betaQuantile } from '../distributions/beta.ts';

/** `count` of `n`: customers kept of those who could leave, answers of invitations delivered. */
export type Share = { count: number; n: number };

export type ProportionOptions = {
	level?: number;
	/** `wilson` for display; `clopper-pearson` where the interval must cover at least its level ("at most so many leave") */
	method?: 'wilson' | 'clopper-pearson';
};

/**
 * A share with its interval: Wilson's score interval, or Clopper & Pearson's exact one.
 * `se` is √(p(1−p)/n). At 0 of n and n of n the interval stays open to one side, unlike Wald's; the warning then says
 * the rule of three. Not estimable for n = 0 or counts that do not fit.
 *
 * Source: Wilson 1927; Clopper & Pearson 1934; Newcombe 1998, Statistics in Medicine 17:857.
 */
export function proportion({ count, n }: Share, { level = 0.95, method = 'wilson' }: ProportionOptions = {}): Inferred {
	const trouble = whyNotShare({ count, n }) ?? whyNotLevel(level);
	if (trouble) return notEstimable(trouble);

	const p = count / n;
	const { low, high } =
		method === 'wilson' ? wilson({ count, n }, criticalValue(level)) : clopperPearson({ count, n }, level);
	return withLimits({
		value: p,
		low,
		high,
		se: Math.sqrt((p * (1 - p)) / n),
		n,
		events: count,
		level,
		method: method === 'wilson' ? 'Wilson' : 'Clopper-Pearson',
		warnings: [...ruleOfThree({ count, n }), ...(n < 30 ? ['small sample'] : [])],
		assumptions: ['each one decides independently of the others']
	});
}

/** Why this is no share, or undefined when it is. */
export function whyNotShare({ count, n }: Share): string | undefined {
	if (!Number.isFinite(count) || !Number.isFinite(n)) return 'the counts are missing';
	if (n === 0) return 'there was nobody to count';
	if (n < 0 || count < 0 || count > n) return 'the counts do not fit together';
	return undefined;
}

/** Wilson's score limits with z standard errors. */
export function wilson({ count, n }: Share, z: number): { low: number; high: number } {
	const p = count / n;
	const square = z * z;
	const centre = p + square / (2 * n);
	const margin = z * Math.sqrt((p * (1 - p)) / n + square / (4 * n * n));
	const scale = 1 + square / n;
	return {
		low: count === 0 ? 0 : Math.max(0, (centre - margin) / scale),
		high: count === n ? 1 : Math.min(1, (centre + margin) / scale)
	};
}

/** Exact limits from the quantiles of the beta distribution. */
export function clopperPearson({ count, n }: Share, level: number): { low: number; high: number } {
	const tail = (1 - level) / 2;
	return {
		low: count === 0 ? 0 : betaQuantile(tail, count, n - count + 1),
		high: count === n ? 1 : 1 - betaQuantile(tail, n - count, count + 1)
	};
}

function ruleOfThree({ count, n }: Share): string[] {
	const most = (100 * Math.min(1, 3 / n)).toPrecision(2);
	if (count === 0) return [`none seen: up to about ${most}% are possible`];
	if (count === n) return [`all seen: up to about ${most}% may still be otherwise`];
	return [];
}
