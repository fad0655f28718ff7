import { minorUnitsOf } from '#ui/format/currency.ts';
import { money } from '#ui/format/money.ts';

/** What a customer paid a year on the day of the words, in whole units of the reporting currency. */
type Band = { from: number; to: number | null };

export const valueBands = {
	nothing: { from: 0, to: 0 },
	small: { from: 0, to: 1_000 },
	middle: { from: 1_000, to: 10_000 },
	large: { from: 10_000, to: 100_000 },
	largest: { from: 100_000, to: null }
} satisfies Record<string, Band>;

export type ValueBand = keyof typeof valueBands;

export const isValueBand = (text: string | null): text is ValueBand => text !== null && Object.hasOwn(valueBands, text);

const minorOf = (units: number, currency: string) => units * 10 ** (minorUnitsOf(currency) ?? 2);

/** From `from` on, up to but not including `to`, in minor units; null: without an end. */
export function minorsOf(band: Exclude<ValueBand, 'nothing'>, currency: string): { from: number; to: number | null } {
	const { from, to }: Band = valueBands[band];
	return { from: minorOf(from, currency), to: to === null ? null : minorOf(to, currency) };
}

/** '$1k to $10k a year' */
export function bandText(band: ValueBand, currency: string): string {
	if (band === 'nothing') return 'pays nothing';
	const { from, to } = minorsOf(band, currency);
	if (to === null) return `${money(from, currency)} a year or more`;
	return from === 0
		? `less than ${money(to, currency)} a year`
		: `${money(from, currency)} to ${money(to, currency)} a year`;
}
