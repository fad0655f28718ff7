import { money } from '#ui/format/money.ts';
import { dash, number, percent, signed } from '#ui/format/number.ts';
import { notDetectable } from '../figure.ts';
import type { Figure, Movement, Unit } from '../figure.ts';

type Text = {
	value: string;
	margin: string | null;
	/** What the movement amounts to. */
	movement: string | null;
	/** Coloured only when it is a signal. */
	tone: 'better' | 'worse' | 'quiet';
	reason: string | null;
};

/** A figure in words short enough for a strip: '42', '±3', '+1 on last week · no signal'. */
export function figureText(figure: Figure, currency: string): Text {
	const { definition, estimate, movement, isDetectable = true } = figure;
	const nothing = { value: dash, margin: null, movement: null, tone: 'quiet' } as const;
	if (estimate.status !== 'ok') return { ...nothing, reason: estimate.reason };
	if (!isDetectable) return { ...nothing, reason: `${notDetectable}: ${intervalText(figure, currency)}` };
	const { unit, moreIsWorse = false } = definition;
	return {
		value: written(estimate.value, unit, currency),
		margin: doubtText(figure, currency),
		movement: movement ? movementText(movement, unit) : null,
		tone: movement?.verdict === 'signal' ? toneOf(movement.direction, moreIsWorse) : 'quiet',
		reason: null
	};
}

const toneOf = (direction: Movement['direction'], moreIsWorse: boolean): Text['tone'] =>
	direction === 0 ? 'quiet' : direction > 0 === moreIsWorse ? 'worse' : 'better';

/** The value in its unit. */
export const written = (value: number, unit: Unit, currency: string): string =>
	({
		points: () => number(value),
		share: () => percent(value),
		money: () => money(value, currency),
		count: () => number(value),
		months: () => `${number(value, 1)} mo`
	})[unit]();

/** '38 to 46': the ends of the interval; null for what was counted. */
export function intervalText(
	{ estimate, definition: { unit } }: Pick<Figure, 'estimate' | 'definition'>,
	currency: string
) {
	if (estimate.status !== 'ok' || estimate.low === estimate.high) return null;
	return `${written(estimate.low, unit, currency)} to ${written(estimate.high, unit, currency)}`;
}

/** Farther from the middle of its interval than this share of half of it, a value has no one margin. */
const lopsided = 1 / 3;

/** '±3'; where the value lies at one end of its interval, '(99.9% to 100.0%)'; null for what was counted. */
function doubtText({ estimate, definition }: Figure, currency: string): string | null {
	if (estimate.status === 'ok' && estimate.noInterval) return '(no interval: all alike)';
	if (estimate.status !== 'ok' || estimate.low === estimate.high) return null;
	const { value, low, high } = estimate;
	const half = (high - low) / 2;
	return Math.abs((low + high) / 2 - value) > lopsided * half
		? `(${intervalText({ estimate, definition }, currency)})`
		: `±${marginText(half, definition.unit, currency)}`;
}

/** Half the interval, for the eye; the exact ends are in the explanation. */
const marginText = (margin: number, unit: Unit, currency: string): string =>
	({
		points: () => number(margin),
		share: () => number(margin * 100, 1),
		money: () => money(margin, currency),
		count: () => number(margin),
		months: () => number(margin, 1)
	})[unit]();

/** '+1 on last week · no signal', 'Week 47: +1 on last week · no signal' where the week shown is not over. */
export function movementText({ by, since, because, judged }: Movement, unit: Unit): string {
	const change = by === null ? '' : `${sizeText(by, unit)} on ${since} · `;
	const words = change + because;
	return judged ? `${judged[0].toUpperCase()}${judged.slice(1)}: ${words}` : words;
}

/** '+6', '−0.2 pts', '+1.6%': of money, as a share of it; '+0.3 mo'. */
export const sizeText = (by: number, unit: Unit): string =>
	({
		points: () => signed(by),
		share: () => `${signed(by * 100, 1)} pts`,
		money: () => `${signed(by * 100, 1)}%`,
		count: () => signed(by),
		months: () => `${signed(by, 1)} mo`
	})[unit]();
