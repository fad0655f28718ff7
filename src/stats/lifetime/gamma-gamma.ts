import { type Inferred, type NotEstimable, notEstimable } from '../estimate.ts';
import { whyNotLevel, type Level, shown } from '../inference.ts';
import { mean } from '../arrays/sum.ts';
import { correlation } from '../association/correlation.ts';
import { type Maximum, maximumLikelihood } from '../optimise/maximum-likelihood.ts';
import { gammaGammaLogLikelihood } from './gamma-gamma-likelihood.ts';
import { positiveParameters, weakly } from './parameters.ts';
import type { GammaGammaParameters, Spending } from './spending.ts';

export type GammaGammaFit = GammaGammaParameters & {
	status: 'ok';
	parameters: Record<keyof GammaGammaParameters, Inferred>;
	logLik: number;
	/** customers used: at least one purchase, positive mean */
	n: number;
	/** repeat customers whose refunds ate their purchases, left out */
	excluded: number;
	/** between how often and how much: the model needs none */
	correlation: number;
	warnings: string[];
};

/** Above this the model's independence of frequency and spend does not hold. */
const mostCorrelation = 0.3;

/**
 * The Gamma-Gamma model of how much a customer spends per purchase, which shrinks a mean of few purchases towards all.
 *
 * Not estimable: fewer than two usable customers, spending that does not vary, no maximum, or frequency and spend
 * correlated beyond ±0.3. Customers with a mean of 0 or less are left out and counted, those without purchases ignored.
 *
 * Source: Fader & Hardie 2013; Fader, Hardie & Lee 2005, JMR 42:415. definitions.md 5.8.
 */
export function gammaGammaFit(
	customers: readonly Spending[],
	{ level = 0.95 }: Level = {}
): GammaGammaFit | NotEstimable {
	const buyers = customers.filter(({ frequency }) => frequency > 0);
	const usable = buyers.filter(({ meanSpend }) => meanSpend > 0);
	const r =
		correlation(
			usable.map(({ frequency }) => frequency),
			usable.map(({ meanSpend }) => meanSpend)
		) ?? 0;
	const trouble = whyNotSpending(customers, usable, r, level);
	if (trouble) return notEstimable(trouble);

	const unit = mean(usable.map(({ meanSpend }) => meanSpend));
	const scaled = usable.map(({ frequency, meanSpend }) => ({ frequency, meanSpend: meanSpend / unit }));
	const best = maximumLikelihood((x) => gammaGammaLogLikelihood(parametersAt(x), scaled), starts, usable.length);
	if (!best.converged) return notEstimable('the spending does not follow this model');
	const unscaled: Maximum = { ...best, x: best.x.map((value, k) => (k === 2 ? value + Math.log(unit) : value)) };
	const found = parametersAt(unscaled.x);
	return shown({
		status: 'ok',
		...found,
		parameters: positiveParameters(['p', 'q', 'v'], unscaled, { n: usable.length, level }),
		logLik: gammaGammaLogLikelihood(found, usable),
		n: usable.length,
		excluded: buyers.length - usable.length,
		correlation: r,
		warnings: [...(found.q <= 1 ? ['too heavy a tail for a mean of new customers'] : []), ...weakly(best)]
	});
}

const starts = [
	[1, 1, 1],
	[6, 4, 0.5],
	[2, 3, 2]
].map((start) => start.map(Math.log));

const parametersAt = (x: ArrayLike<number>): GammaGammaParameters => ({
	p: Math.exp(x[0]),
	q: Math.exp(x[1]),
	v: Math.exp(x[2])
});

function whyNotSpending(
	customers: readonly Spending[],
	usable: readonly Spending[],
	r: number,
	level: number
): string | undefined {
	if (
		!customers.every(({ frequency, meanSpend }) => frequency >= 0 && frequency < Infinity && Number.isFinite(meanSpend))
	)
		return 'a customer has no amount';
	if (usable.length < 2) return 'fewer than two customers have bought for money';
	if (usable.every(({ meanSpend }) => meanSpend === usable[0].meanSpend)) return 'everybody spends the same';
	return Math.abs(r) > mostCorrelation
		? `those who buy more often spend ${r > 0 ? 'more' : 'less'} each time (r = ${r.toFixed(2)}): the model does not hold`
		: whyNotLevel(level);
}
