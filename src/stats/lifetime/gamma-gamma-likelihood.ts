import { logGamma } from '../special/gamma.ts';
import type { GammaGammaParameters, Spending } from './spending.ts';

/** Σ log Γ(px+q) − log Γ(px) − log Γ(q) + q log v + (px−1) log m + px log x − (px+q) log(xm + v). */
export function gammaGammaLogLikelihood({ p, q, v }: GammaGammaParameters, customers: readonly Spending[]): number {
	const constant = q * Math.log(v) - logGamma(q);
	let total = 0;
	for (const { frequency: x, meanSpend: m } of customers) {
		const px = p * x;
		total +=
			constant +
			logGamma(px + q) -
			logGamma(px) +
			(px - 1) * Math.log(m) +
			px * Math.log(x) -
			(px + q) * Math.log(x * m + v);
	}
	return total;
}
