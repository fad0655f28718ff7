import { minorUnitsOf } from '#ui/format/currency.ts';
import { problem, shown, type Problem } from '../problem.ts';

/** How many decimals the smallest unit of a currency has, by its code in any case. */
export const minorUnitExponent = (currency: string): number | Problem =>
	minorUnitsOf(currency.trim().toUpperCase()) ??
	problem(`${shown(currency)} is not a currency code; give its three letters by ISO 4217, such as EUR or USD.`);

/** The signs that can stand for a currency. '$' and '¥' each serve several. */
const signs: Record<string, string> = {
	'€': 'EUR',
	'£': 'GBP',
	$: 'USD CAD AUD NZD SGD HKD MXN ARS CLP COP TWD',
	US$: 'USD',
	A$: 'AUD',
	C$: 'CAD',
	R$: 'BRL',
	'¥': 'JPY CNY',
	'₹': 'INR',
	'₩': 'KRW',
	'₽': 'RUB',
	'₺': 'TRY',
	'₫': 'VND',
	'₪': 'ILS',
	'฿': 'THB',
	'₱': 'PHP',
	'₦': 'NGN'
};

export const standsFor = (written: string, currency: string): boolean =>
	written.toUpperCase() === currency || (signs[written.toUpperCase()] ?? '').split(' ').includes(currency);
