import { type Inferred, type NotEstimable, notEstimable } from '../estimate.ts';
import { whyNotLevel, type Level, shown } from '../inference.ts';
import { largest } from '../arrays/checks.ts';
import { type Maximum, maximumLikelihood } from '../optimise/maximum-likelihood.ts';
import { bgNbdLogLikelihood, countedAlike } from './bg-nbd-likelihood.ts';
import { positiveParameters, weakly } from './parameters.ts';
import { type BgNbdParameters, isHistory, type PurchaseHistory } from './purchase-history.ts';

export type BgNbdFit = BgNbdParameters & {
	status: 'ok';
	parameters: Record<keyof BgNbdParameters, Inferred>;
	logLik: number;
	n: number;
	/** customers who came back at least once */
	repeaters: number;
	warnings: string[];
};

/**
 * The BG/NBD model of customers who buy without a contract and leave without saying so, by maximum likelihood on
 * logarithms from three starts, time scaled, equal histories counted once.
 *
 * Not estimable: impossible histories, nobody who came back, no maximum. It says that who never came back is surely alive:
 * do not call those active. Source: Fader, Hardie & Lee 2005, Marketing Science 24:275. statistics.md 3.6.
 */
export function bgNbdFit(customers: readonly PurchaseHistory[], { level = 0.95 }: Level = {}): BgNbdFit | NotEstimable {
	const trouble = whyNotHistories(customers) ?? whyNotLevel(level);
	if (trouble) return notEstimable(trouble);
	const n = customers.length;
	const repeaters = customers.filter(({ frequency }) => frequency > 0).length;
	if (repeaters === 0) return notEstimable('nobody has come back yet');

	const unit = largest(customers.map(({ age }) => age)) / 10;
	const groups = countedAlike(
		customers.map(({ frequency, recency, age }) => ({ frequency, recency: recency / unit, age: age / unit }))
	);
	const best = maximumLikelihood((x) => bgNbdLogLikelihood(parametersAt(x), groups), starts, n);
	if (!best.converged) return notEstimable('the purchases do not follow this model');
	const unscaled: Maximum = { ...best, x: best.x.map((value, k) => (k === 1 ? value + Math.log(unit) : value)) };
	const found = parametersAt(unscaled.x);
	return shown({
		status: 'ok',
		...found,
		parameters: positiveParameters(['r', 'alpha', 'a', 'b'], unscaled, { n, level }),
		logLik: bgNbdLogLikelihood(found, countedAlike(customers)),
		n,
		repeaters,
		warnings: [...(n < 100 ? ['fewer than 100 customers'] : []), ...weakly(best)]
	});
}

const starts = [
	[1, 1, 1, 1],
	[0.3, 0.5, 0.5, 2],
	[2, 2, 2, 2]
].map((start) => start.map(Math.log));

function parametersAt(x: ArrayLike<number>): BgNbdParameters {
	return { r: Math.exp(x[0]), alpha: Math.exp(x[1]), a: Math.exp(x[2]), b: Math.exp(x[3]) };
}

function whyNotHistories(customers: readonly PurchaseHistory[]): string | undefined {
	if (customers.length === 0) return 'there are no customers';
	if (!customers.every(isHistory))
		return 'a purchase history is impossible: the last repeat must lie after the first purchase and before now';
	return customers.every(({ age }) => age === 0) ? 'nobody has been a customer for any time' : undefined;
}
