import type { Estimate, NotEstimable } from '#stats/estimate.ts';
import { dash, number, percent, signed } from '#ui/format/number.ts';
import type { Series } from '../../../surveys/series.ts';
import type { ThemeFigures } from '../figures.ts';

/** A value and below it its interval, or a dash and the reason. */
export type Told = { value: string; beside: string };

const told = (estimate: Estimate | NotEstimable, written: (value: number) => string): Told =>
	estimate.status === 'ok'
		? { value: written(estimate.value), beside: `${written(estimate.low)} to ${written(estimate.high)}` }
		: { value: dash, beside: estimate.reason };

export const shareTold = ({ share }: ThemeFigures): Told => told(share, percent);

export const loyaltyTold = ({ loyalty }: ThemeFigures, series: Series | null): Told =>
	told(loyalty, (value) => (series?.metric === 'nps' ? number(value) : percent(value)));

/** 'not checked' stands in the place of the value: nobody should take a rule for right. */
export function precisionTold({ precision }: ThemeFigures): Told {
	if (precision.status !== 'ok') return { value: precision.reason, beside: '' };
	const { value, beside } = told(precision, (share) => percent(share, 0));
	return { value, beside: `${beside}, ${number(precision.n)} read` };
}

/** '+2.1 pts, signal' */
export function trendTold({ trend }: ThemeFigures): Told {
	if (trend === null) return { value: dash, beside: 'too few comments to compare' };
	const points = (share: number) => signed(share * 100, 1);
	return {
		value: `${points(trend.by)} pts, ${trend.isSignal ? 'signal' : 'no signal'}`,
		beside: `${points(trend.low)} to ${points(trend.high)}`
	};
}
