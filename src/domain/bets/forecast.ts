import type { Estimate, NotEstimable } from '#stats/estimate.ts';
import type { Forecast } from './bet.ts';

/** How a forecast came out. */
export type Outcome = 'held' | 'below' | 'above';

/** Whether the 80% interval held what came out; null where nothing could be judged. */
export function outcomeOf({ low, high }: Forecast, effect: Estimate | NotEstimable): Outcome | null {
	if (effect.status !== 'ok') return null;
	return effect.value < low ? 'below' : effect.value > high ? 'above' : 'held';
}

export const outcomeText: Record<Outcome, string> = {
	held: 'within our interval',
	below: 'missed: below our interval',
	above: 'missed: above our interval'
};

/** Why this is no forecast; null when it is one. */
export function whyNoForecast({ value, low, high }: Pick<Forecast, 'value' | 'low' | 'high'>): string | null {
	if (![value, low, high].every(Number.isFinite)) return 'Write the forecast as numbers.';
	return low < high && low <= value && value <= high
		? null
		: 'The expected effect has to lie between the two ends of its interval.';
}
