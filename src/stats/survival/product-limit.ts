import type { RiskTable } from './risk-table.ts';

/** Below this a survival is 0 and a comparison with ½ is a tie: rounding, not evidence. */
export const rounding = 1e-12;

/** `survival` after each time and Greenwood's Σ d/(n(n − d)), the variance of log S; Infinity once nobody is left. */
export type ProductLimit = { survival: Float64Array; logVariance: Float64Array };

/** Kaplan & Meier's product Π(1 − d/n) over one group of a risk table. */
export function productLimit({ times, atRisk, events }: RiskTable, group = 0): ProductLimit {
	const survival = new Float64Array(times.length);
	const logVariance = new Float64Array(times.length);
	let s = 1;
	let v = 0;
	for (let j = 0; j < times.length; j++) {
		const [n, d] = [atRisk[group][j], events[group][j]];
		if (d > 0) {
			const left = n - d > rounding * n ? n - d : 0;
			s *= left / n;
			v += d / (n * left);
		}
		survival[j] = s;
		logVariance[j] = v;
	}
	return { survival, logVariance };
}
