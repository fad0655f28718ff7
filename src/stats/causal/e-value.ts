import { type NotEstimable, notEstimable } from '../estimate.ts';

/** An effect with its interval. `difference` is a standardised mean difference (in standard deviations). */
export type Effect = {
	scale: 'risk-ratio' | 'odds-ratio' | 'hazard-ratio' | 'difference';
	value: number;
	low: number;
	high: number;
	/** more than 15% have the outcome: odds and hazard ratios then overstate the risk ratio */
	common?: boolean;
};

/** `value` for the estimate, `limit` for the end of its interval nearest no effect (1 when it crosses); `sentence` to show. */
export type EValue = {
	status: 'ok';
	value: number;
	limit: number;
	riskRatio: { value: number; low: number; high: number };
	sentence: string;
};

/**
 * How strong an unmeasured confounder would have to be, with both the score and the outcome, to explain an association
 * away: RR + √(RR(RR − 1)), inverted below 1. Hazard ratios of common outcomes become (1 − ½^√HR)/(1 − ½^√(1/HR)), odds
 * ratios √OR, differences exp(0.91 d). Compare with the strongest confounder that was measured; alone it proves nothing.
 *
 * Source: VanderWeele & Ding 2017, Annals of Internal Medicine 167:268.
 */
export function eValue(effect: Effect): EValue | NotEstimable {
	const toRatio = (x: number) => riskRatioOf(x, effect);
	const [value, low, high] = [effect.value, effect.low, effect.high].map(toRatio);
	if (![value, low, high].every((x) => x > 0 && x < Infinity) || !(low <= value && value <= high)) {
		return notEstimable('the effect and its interval are not a ratio around its estimate');
	}
	const limit = low <= 1 && high >= 1 ? 1 : strength(value > 1 ? low : high);
	const strengthOfEstimate = strength(value);
	return {
		status: 'ok',
		value: strengthOfEstimate,
		limit,
		riskRatio: { value, low, high },
		sentence: sentenceOf(strengthOfEstimate, limit)
	};
}

function riskRatioOf(x: number, { scale, common = false }: Effect): number {
	if (scale === 'difference') return Math.exp(0.91 * x);
	if (!common || scale === 'risk-ratio') return x;
	if (scale === 'odds-ratio') return Math.sqrt(x);
	return (1 - 0.5 ** Math.sqrt(x)) / (1 - 0.5 ** Math.sqrt(1 / x));
}

function strength(ratio: number): number {
	const away = ratio < 1 ? 1 / ratio : ratio;
	return away + Math.sqrt(away * (away - 1));
}

function sentenceOf(value: number, limit: number): string {
	if (limit === 1) return 'The interval includes no effect: nothing unmeasured is needed to explain it away.';
	const times = (x: number) => `${x.toFixed(1)} times`;
	return `Something unmeasured would have to go with both the score and the outcome ${times(value)} to explain this away, and ${times(limit)} to bring its interval to none.`;
}

/** The effect a difference of means with standard error `se` stands for: d = difference/sd, limits as exp(0.91 d ± 1.78 se_d). */
export function standardisedDifference(difference: number, se: number, sd: number): Effect {
	const [d, spread] = [difference / sd, ((1.78 / 0.91) * se) / sd];
	return { scale: 'difference', value: d, low: d - spread, high: d + spread };
}
