import { count } from '#ui/format/number.ts';
import type { Inferred } from '#stats/estimate.ts';
import { fixedEffects } from '#stats/regression/fixed-effects.ts';
import type { Series } from '../../surveys/series.ts';
import type { PricedAnswer } from './answers.ts';
import { better } from './answers.ts';
import type { Found } from './intervals.ts';

/** The same customers compared with themselves: what follows when their own answer rises. Per point answered. */
export type OverTime = {
	perPoint: Found;
	/** Customers whose answer moved: only they tell. */
	switchers: number;
	/** The same with the revenue of the year before: an answer cannot have moved it. */
	placebo: { value: number; p: number } | null;
	/** Why the comparison may not be told, or null. */
	trouble: string | null;
};

const fewestSwitchers = 30;
const loudPlacebo = 0.1;

/**
 * Two-way fixed effects over each customer's answers: revenue of the twelve months after, on the answer, with customers
 * and quarters held constant, errors by customer. It may be told only if enough customers moved and the placebo is
 * quiet. What customers felt moves slowly and answers wander, so that a real effect can hide here: nothing found is no
 * proof of nothing. All answers of a customer count at the rates of the first, or a currency that rises between two would
 * look like what the second answer brought.
 */
export function overTime(answers: readonly PricedAnswer[], series: Series): OverTime {
	const fitOf = (outcome: 'after' | 'before') =>
		fixedEffects({
			y: answers.map((answer) => (answer.ofCurrencies?.atFirst ?? answer)[outcome]),
			x: { score: answers.map(({ score }) => better(series, score)) },
			unit: answers.map(({ customer }) => customer),
			period: answers.map(({ month }) => quarterOf(month))
		});
	const fit = fitOf('after');
	if (fit.status !== 'ok') return { perPoint: fit, switchers: 0, placebo: null, trouble: fit.reason };

	const before = fitOf('before');
	const placebo = before.status === 'ok' ? testOf(before.coefficients.score) : null;
	const perPoint = plain(fit.coefficients.score);
	const switchers = fit.switchers.score;
	return { perPoint, switchers, placebo, trouble: troubleWith(perPoint, switchers, placebo) };
}

/** A placebo is quiet with p above 0.1 and less than half of what would be told; source: statistics.md 7.2. */
export function troubleWith(perPoint: Found, switchers: number, placebo: OverTime['placebo']): string | null {
	if (perPoint.status !== 'ok') return perPoint.reason;
	if (switchers < fewestSwitchers) return `only ${count(switchers, 'customer')} changed their answer`;
	if (!placebo) return null;
	if (placebo.p <= loudPlacebo) return 'the money moved before the answer did';
	const isTold = perPoint.low > 0 || perPoint.high < 0;
	return isTold && Math.abs(placebo.value) >= Math.abs(perPoint.value) / 2
		? 'the money of the year before moved at least half as much'
		: null;
}

const quarterOf = (month: string): string => `${month.slice(0, 4)} ${Math.ceil(Number(month.slice(5, 7)) / 3)}`;

const plain = (found: Inferred): Found =>
	found.status === 'ok'
		? { status: 'ok', value: found.value, low: found.low, high: found.high, n: found.clusters ?? found.n }
		: found;

const testOf = (found: Inferred): OverTime['placebo'] =>
	found.status === 'ok' && found.p !== undefined ? { value: found.value, p: found.p } : null;
