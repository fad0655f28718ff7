import { minorUnitsOf } from './currency.ts';
import { number } from './number.ts';
import { round } from './round.ts';

/** Books and screens count by the same ISO 4217; browsers differ from it for a few currencies. */
const decimalsOf = (currency: string): number => minorUnitsOf(currency) ?? 2;

const symbols = new Map<string, string>();

function symbolOf(currency: string): string {
	let symbol = symbols.get(currency);
	if (symbol === undefined) {
		symbol =
			new Intl.NumberFormat('en', { style: 'currency', currency, currencyDisplay: 'narrowSymbol' })
				.formatToParts(0)
				.find(({ type }) => type === 'currency')?.value ?? currency;
		if (symbol.length > 1) symbol += '\u00a0';
		symbols.set(currency, symbol);
	}
	return symbol;
}

const scales = [
	{ from: 1e9, letter: 'B' },
	{ from: 1e6, letter: 'M' },
	{ from: 1e3, letter: 'k' }
];

/** '$48k', '$3.2M', '$290', '−€1.25': as short as it can be without misleading. `minor` is in minor units. */
export function money(minor: number, currency: string): string {
	const major = minor / 10 ** decimalsOf(currency);
	const size = Math.abs(major);
	const sign = major < 0 && round(size, 2) > 0 ? '\u2212' : '';
	const scale = scales.find(({ from }) => round(size, 0) >= from);
	const scaled = size / (scale?.from ?? 1);
	return `${sign}${symbolOf(currency)}${number(scaled, decimalsFor(scaled, Boolean(scale)))}${scale?.letter ?? ''}`;
}

/** Three figures for the large, cents only below ten. */
const decimalsFor = (scaled: number, isScaled: boolean): number => {
	if (isScaled) return scaled < 100 ? (round(scaled, 1) % 1 === 0 ? 0 : 1) : 0;
	return scaled < 10 && scaled % 1 !== 0 ? 2 : 0;
};

/** The least by which amounts of this size differ where `money` writes them differently, in minor units. */
export function moneyStep(minor: number, currency: string): number {
	const unit = 10 ** decimalsOf(currency);
	const size = Math.abs(minor) / unit;
	const scale = scales.find(({ from }) => round(size, 0) >= from)?.from ?? 1;
	const decimals = scale > 1 ? (size / scale < 100 ? 1 : 0) : size < 10 ? 2 : 0;
	return Math.max(1, (scale * unit) / 10 ** decimals);
}

/** '1,428,602.81 BRL': every cent, for statements and tables. */
export const exactMoney = (minor: number, currency: string): string =>
	`${number(minor / 10 ** decimalsOf(currency), decimalsOf(currency))} ${currency}`;

/**
 * One scale for a whole column, so that its amounts can be compared and added by eye: '$M' above '84.20'. `minors` are
 * the amounts that will stand in it.
 */
export function moneyColumn(
	minors: readonly number[],
	currency: string
): { unit: string; text: (minor: number) => string } {
	const unitOf = 10 ** decimalsOf(currency);
	const most = Math.max(0, ...minors.map(Math.abs)) / unitOf;
	const scale = scales.find(({ from }) => most >= from);
	return {
		unit: `${symbolOf(currency).trim()}${scale?.letter ?? ''}`,
		text: (minor) => number(minor / unitOf / (scale?.from ?? 1), scale ? 2 : Math.min(3, decimalsOf(currency)))
	};
}
