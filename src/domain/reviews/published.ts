import type { Estimate, NotEstimable } from '#stats/estimate.ts';
import type { Excluded, Grade, Movement, Unit } from '../metrics/figure.ts';

/** A figure as programs get it. Money is in minor units of `currency`. Where there is a `reason`, `value` is null; or
 * only `low` and `high` are, since nothing tells how far off it is. */
export type PublishedFigure = {
	id: string;
	name: string;
	value: number | null;
	low: number | null;
	high: number | null;
	n: number;
	unit: Unit;
	currency?: string;
	grade?: Grade;
	definition: string;
	/** Of the definition: goes up when the meaning changes. */
	version: number;
	population: string;
	excluded: Excluded[];
	reason?: string;
	/** Whether it moved by more than noise, judged together with the other figures of its page. */
	movement?: Movement;
};

export const numbers = (estimate: Estimate | NotEstimable) =>
	estimate.status === 'ok' && estimate.noInterval
		? { value: estimate.value, low: null, high: null, n: estimate.n, reason: estimate.noInterval }
		: estimate.status === 'ok'
			? { value: estimate.value, low: estimate.low, high: estimate.high, n: estimate.n }
			: { value: null, low: null, high: null, n: 0, reason: estimate.reason };
