import type { Estimate, NotEstimable } from '#stats/estimate.ts';
import { notEstimable } from '#stats/estimate.ts';
import { mean, variance } from '#stats/arrays/sum.ts';
import { symmetric } from '#stats/inference.ts';
import { proportion } from '#stats/shares/proportion.ts';
import type { Definition } from '../metrics/figure.ts';
import type { Forecast } from './bet.ts';
import { outcomeOf } from './forecast.ts';

export type Judged = { forecast: Forecast; effect: Estimate | NotEstimable };

/** How good our forecasts are. Of 80% intervals 80 of 100 should hold what comes out: fewer, and we are too sure. */
export type Calibration = {
	held: number;
	forecasts: number;
	share: Estimate | NotEstimable;
	/** How far what came out lies from what we expected, in half widths of our intervals; below 0: we promise too much. */
	bias: Estimate | NotEstimable;
	/** Judged, but nothing could be told. */
	untold: number;
};

/** What our intervals are written for. */
export const promised = 0.8;
/** Of fewer forecasts nothing is said of how sure we are: the interval would span most of what is possible. */
const enough = 5;

export function calibration(judged: readonly Judged[]): Calibration {
	const told = judged.flatMap(({ forecast, effect }) => (effect.status === 'ok' ? [{ forecast, effect }] : []));
	const held = told.filter(({ forecast, effect }) => outcomeOf(forecast, effect) === 'held').length;
	const few = notEstimable(`only ${told.length} of ${enough} forecasts have been judged`);
	return {
		held,
		forecasts: told.length,
		share: told.length < enough ? few : proportion({ count: held, n: told.length }),
		bias: told.length < enough ? few : biasOf(told.map(({ forecast, effect }) => distance(forecast, effect.value))),
		untold: judged.length - told.length
	};
}

const distance = ({ value, low, high }: Forecast, outcome: number): number => (outcome - value) / ((high - low) / 2);

function biasOf(distances: readonly number[]): Estimate | NotEstimable {
	const n = distances.length;
	const se = Math.sqrt(variance(distances) / n);
	return symmetric({ value: mean(distances), se, n, df: n - 1, level: 0.95, method: 'mean, Student' });
}

/** In words, what the intervals can tell of ourselves. */
export function calibrationText({ share, bias }: Calibration): string {
	if (share.status !== 'ok') return '';
	const sureness =
		share.high < promised
			? 'We are too sure: our intervals are too narrow.'
			: share.low > promised
				? 'We are more careful than we need to be: our intervals are wider than 80%.'
				: 'That does not differ from the 80 in 100 that were promised.';
	if (bias.status !== 'ok' || (bias.low <= 0 && bias.high >= 0)) return sureness;
	return `${sureness} ${bias.value < 0 ? 'We promise more than comes.' : 'More comes than we promise.'}`;
}

export const heldDefinition: Definition = {
	id: 'bet_forecasts.held',
	version: 1,
	name: 'Forecasts that held',
	unit: 'share',
	meaning:
		'Of the bets that were judged with a number, the share whose 80% interval, written before the start, holds what came out. What came out has its own interval, which is not counted in: a small trial misses more often than the forecaster.',
	interval: '95%, Wilson.'
};

export const biasDefinition: Definition = {
	id: 'bet_forecasts.bias',
	version: 1,
	name: 'Bias of our forecasts',
	unit: 'points',
	meaning:
		'What came out less what was expected, in half widths of our 80% interval, so that bets with different measures can be averaged. Below 0: we promise more than comes.',
	interval: '95%, Student, over bets.'
};
