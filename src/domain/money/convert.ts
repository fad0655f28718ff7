import type { ExchangeRate } from '../scope/organisation.ts';

/** Turns an amount into the reporting currency; null: nobody has said what the currency was worth on that day. */
export type Convert = (amountMinor: number, currency: string, day: string) => number | null;

type Dated = { fromDay: string; ratio: Ratio };
/** A decimal fraction as whole numbers: digits / 10^scale. */
type Ratio = { digits: bigint; scale: number };

/**
 * Conversion by dated rates: the rate of a day is the latest one from that day or before. Exact in whole numbers, and
 * rounded once, halves away from zero. `exponentOf` gives a currency's number of decimals.
 */
export function converter(
	reportingCurrency: string,
	rates: ExchangeRate[],
	exponentOf: (currency: string) => number
): Convert {
	const byCurrency = new Map<string, Dated[]>();
	for (const { currency, fromDay, reportingPerUnit } of rates) {
		const dated = byCurrency.get(currency) ?? [];
		dated.push({ fromDay, ratio: ratioOf(reportingPerUnit) });
		byCurrency.set(currency, dated);
	}
	for (const dated of byCurrency.values()) dated.sort((a, b) => (a.fromDay < b.fromDay ? -1 : 1));

	return (amountMinor, currency, day) => {
		if (currency === reportingCurrency) return amountMinor;
		const rate = byCurrency.get(currency)?.findLast(({ fromDay }) => fromDay <= day)?.ratio;
		if (!rate) return null;

		const shift = exponentOf(reportingCurrency) - exponentOf(currency) - rate.scale;
		const product = BigInt(amountMinor) * rate.digits;
		return Number(shift >= 0 ? product * 10n ** BigInt(shift) : divideRounding(product, 10n ** BigInt(-shift)));
	};
}

function ratioOf(decimal: string): Ratio {
	const [whole, fraction = ''] = decimal.split('.');
	return { digits: BigInt(whole + fraction), scale: fraction.length };
}

function divideRounding(dividend: bigint, divisor: bigint): bigint {
	const half = divisor / 2n;
	return dividend >= 0n ? (dividend + half) / divisor : -((-dividend + half) / divisor);
}
