import { money } from '#ui/format/money.ts';
import { dash, number, percent, signed } from '#ui/format/number.ts';
import type { Change, Figure, Unit } from '../figure.ts';

type Text = {
	value: string;
	margin: string | null;
	change: string | null;
	tone: 'better' | 'worse' | 'quiet';
	reason: string | null;
};

/** A figure in words short enough for a strip: '42', '±3', '+1 on the 13 weeks before · no signal'. */
export function figureText({ definition: { unit }, estimate, change }: Figure, currency: string): Text {
	if (estimate.status !== 'ok')
		return { value: dash, margin: null, change: null, tone: 'quiet', reason: estimate.reason };
	const { value, low, high } = estimate;
	return {
		value: written(value, unit, currency),
		margin: low === high ? null : `±${marginText((high - low) / 2, unit, currency)}`,
		change: change ? changeText(change, unit) : null,
		tone: !change || !change.isReal || change.low === change.high ? 'quiet' : change.by > 0 ? 'better' : 'worse',
		reason: null
	};
}

/** The value in its unit. */
export const written = (value: number, unit: Unit, currency: string): string =>
	({
		points: () => number(value),
		share: () => percent(value),
		money: () => money(value, currency),
		count: () => number(value),
		months: () => `${number(value, 1)} mo`
	})[unit]();

/** Half the interval, for the eye; the exact ends are in the explanation. */
const marginText = (margin: number, unit: Unit, currency: string): string =>
	({
		points: () => number(margin),
		share: () => number(margin * 100, 1),
		money: () => money(margin, currency),
		count: () => number(margin),
		months: () => number(margin, 1)
	})[unit]();

function changeText({ by, isReal, low, high, since }: Change, unit: Unit): string {
	const size =
		unit === 'points' ? signed(by) : unit === 'share' ? `${signed(by * 100, 1)} pts` : `${signed(by * 100, 1)}%`;
	const verdict = low === high ? '' : isReal ? ' · signal' : ' · no signal';
	return `${size} on ${since}${verdict}`;
}
