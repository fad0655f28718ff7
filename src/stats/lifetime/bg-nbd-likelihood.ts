import { logGamma } from '../special/gamma.ts';
import { logSumExp } from '../special/log-space.ts';
import type { BgNbdParameters, PurchaseHistory } from './purchase-history.ts';

export type CountedHistory = PurchaseHistory & { count: number };

/** Equal histories once, with how many customers have them. */
export function countedAlike(customers: readonly PurchaseHistory[]): CountedHistory[] {
	const groups = new Map<string, CountedHistory>();
	for (const { frequency, recency, age } of customers) {
		const key = `${frequency} ${recency} ${age}`;
		const group = groups.get(key);
		if (group) group.count++;
		else groups.set(key, { frequency, recency, age, count: 1 });
	}
	return [...groups.values()];
}

/**
 * log Γ(r+x) − log Γ(r) + r log α + log Γ(a+b) − log Γ(b) + log Γ(b+x) − log Γ(a+b+x)
 * + log[ (α+T)^−(r+x) + [x>0] a/(b+x−1) (α+t_x)^−(r+x) ], summed. On logarithms throughout, since (α+T)^−(r+x) is 0 in
 * double precision from about 100 purchases on.
 */
export function bgNbdLogLikelihood({ r, alpha, a, b }: BgNbdParameters, groups: readonly CountedHistory[]): number {
	const constant = r * Math.log(alpha) - logGamma(r) + logGamma(a + b) - logGamma(b);
	const byFrequency = new Map<number, number>();
	const gammas = (x: number) => {
		const known = byFrequency.get(x) ?? logGamma(r + x) + logGamma(b + x) - logGamma(a + b + x);
		byFrequency.set(x, known);
		return known;
	};
	let total = 0;
	for (const { frequency: x, recency, age, count } of groups) {
		const alive = -(r + x) * Math.log(alpha + age);
		const gone = x > 0 ? Math.log(a / (b + x - 1)) - (r + x) * Math.log(alpha + recency) : -Infinity;
		total += count * (constant + gammas(x) + logSumExp([alive, gone]));
	}
	return total;
}
